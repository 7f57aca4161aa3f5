import type { Stack } from "../../tests/helpers/stack";
import { play, type Step, type StepFigures } from "../engine/play";
import { createProject, writeProgram } from "../engine/project";
import { type StateSize, stateSize } from "../engine/state-size";
import type { SimulatorProcess } from "../simulator-process";

/** What is done to a stack of passwords, in this order. */
export const PASSWORD_STEPS = [
  "preview",
  "up",
  "no-change up",
  "refresh",
  "password change up",
  "destroy",
] as const;

/** One of {@link PASSWORD_STEPS}. */
export type PasswordStep = (typeof PASSWORD_STEPS)[number];

/** How a stack of passwords is to be. */
export type PasswordRound = {
  /** Expression for the class, in a program that has `pingone` or `floor`. */
  readonly resource: "pingone.UserPassword" | "floor.FloorPassword";
  readonly environmentId: string;
  readonly users: number;
  readonly steps: readonly PasswordStep[];
  /** Counts from 1; every round has passwords of its own, because PingOne takes none twice. */
  readonly round: number;
  readonly env: Readonly<Record<string, string>>;
  /** Whose calls are counted; none for the floor. */
  readonly simulator?: SimulatorProcess | undefined;
};

/** Takes a fresh stack of passwords through all steps and removes it. */
export async function playPasswords(
  options: PasswordRound,
): Promise<{ figures: StepFigures<PasswordStep>[]; size: StateSize }> {
  const stack = await createProject(options.env);
  try {
    const steps = allSteps(stack, options).filter(({ name }) => options.steps.includes(name));
    const full = steps.findIndex(({ name }) => name === "up") + 1;
    const begun = await play(stack, steps.slice(0, full), options);
    const size = await stateSize(stack);
    return { figures: [...begun, ...(await play(stack, steps.slice(full), options))], size };
  } finally {
    stack.remove();
  }
}

function allSteps(stack: Stack, { round, ...options }: PasswordRound): Step<PasswordStep>[] {
  const version = 2 * round;
  const write = (version: number) => () => {
    writeProgram(stack, program({ ...options, version }));
  };
  return [
    { name: "preview", prepare: write(version), command: () => stack.preview() },
    { name: "up", prepare: write(version), command: () => stack.up() },
    { name: "no-change up", command: () => stack.up("--expect-no-changes") },
    { name: "refresh", command: () => stack.refresh() },
    { name: "password change up", prepare: write(version + 1), command: () => stack.up() },
    { name: "destroy", command: () => stack.destroy() },
  ];
}

type Program = Pick<PasswordRound, "resource" | "environmentId" | "users"> & { readonly version: number };

function program({ resource, environmentId, users, version }: Program): string {
  const [module] = resource.split(".");
  return `
    const pulumi = require("@pulumi/pulumi");
    const floor = require("pingone-bench-floor");
    ${module === "pingone" ? 'const pingone = require("pulumi-pingone-password");' : ""}
    for (let index = 0; index < ${users}; index++) {
      new ${resource}("user-" + index, {
        environmentId: "${environmentId}",
        userId: floor.userId(index),
        value: pulumi.secret(floor.password(index, ${version})),
      });
    }
  `;
}
