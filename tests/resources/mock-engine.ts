import * as pulumi from "@pulumi/pulumi";

/** One resource as a program hands it to the engine. */
export type Registered = {
  readonly type: string;
  readonly name: string;
  readonly id: string | undefined;
  readonly inputs: Readonly<Record<string, unknown>>;
};

/**
 * The resources that a program declares, under the mocks that users' own unit tests have: no engine and no network.
 * A resource is what its inputs say, as with the simplest of mocks; at preview a new one has no id yet.
 */
export async function recordProgram(
  program: () => readonly pulumi.CustomResource[],
  preview = false,
): Promise<readonly Registered[]> {
  const registered: Registered[] = [];
  const mocks: pulumi.runtime.Mocks = {
    newResource: ({ type, name, id, inputs: all }) => {
      const inputs = all as Readonly<Record<string, unknown>>;
      registered.push({ type, name, id, inputs });
      const given = id === "" ? undefined : id;
      return { id: preview ? given : (given ?? `${name}-id`), state: inputs };
    },
    call: () => ({}),
  };
  await pulumi.runtime.setMocks(mocks, undefined, undefined, preview);
  await Promise.all(program().map(({ urn }) => valueOf(urn)));
  return registered;
}

/** The one resource that a program declares. */
export async function recordResource(program: () => pulumi.CustomResource): Promise<Registered> {
  const [resource] = await recordProgram(() => [program()]);
  if (resource === undefined) {
    throw new Error("The program declares no resource.");
  }
  return resource;
}

/** What an output holds. */
export function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => {
    output.apply((value) => {
      resolve(value);
    });
  });
}

/** Whether an output's value is known, which not all are at preview. */
export async function isKnown(output: pulumi.Output<unknown> | undefined): Promise<boolean> {
  // Outputs carry this promise without declaring it.
  return (output as unknown as { readonly isKnown: Promise<boolean> }).isKnown;
}

/** How an input that is a secret reaches the engine. */
export function secret(value: unknown) {
  return { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", value };
}
