import type { SeedUser } from "../../simulator";

/** Users of the environment: which variable holds the password that signs on, else the status of the password. */
export type Held = Readonly<Record<string, string>>;

/** One run of the CLI, and what is true after it. */
export type Step = {
  /** Arguments of `pulumi`. */
  readonly pulumi: readonly string[];
  /** Folders whose programs take the place of the ones so far. */
  readonly programs?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly fails?: true;
  readonly says?: RegExp;
  readonly holds?: Held;
};

/** A program in the form that users have it, and what has to come of it. */
export type Shape = {
  readonly title: string;
  /** Folders here; several are the modules of one program, which spares runs. */
  readonly programs: readonly string[];
  /** Who is there before. */
  readonly seed?: readonly SeedUser[];
  readonly env?: Readonly<Record<string, string>>;
  /** Versions of @pulumi/pulumi beside the locked one. */
  readonly sdks?: readonly string[];
  readonly outputs?: unknown;
  /** Resources of ours in the state after the first up, as `parent types$Type::name`. */
  readonly resources?: readonly string[];
  /** By type of the component: the provider that its children have. */
  readonly providers?: Readonly<Record<string, string>>;
  /** Pairs of users of whom the first has to be created before the second. */
  readonly order?: readonly (readonly [string, string])[];
  readonly life: readonly Step[];
};

/** A script that runs programs or tests them, and what has to come of it. */
export type Script = {
  readonly title: string;
  /** A folder here. */
  readonly folder: string;
  readonly sdks?: readonly string[];
  /** Arguments of `node`, one run after the other. */
  readonly runs: readonly {
    readonly node: readonly string[];
    readonly fails?: true;
    readonly says: RegExp;
    readonly holds: Held;
  }[];
};

/** Preview, up, no change, destroy. */
export function wholeLife(holds: Held, left: Held = {}): Step[] {
  return [
    { pulumi: ["preview"] },
    { pulumi: ["up", "--yes", "--skip-preview"], holds },
    { pulumi: ["up", "--yes", "--skip-preview", "--expect-no-changes"] },
    { pulumi: ["destroy", "--yes", "--skip-preview"], holds: left },
  ];
}
