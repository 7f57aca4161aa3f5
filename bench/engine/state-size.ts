import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Stack } from "../../tests/helpers/stack";

/** Bytes that a state takes. */
export type StateSize = {
  /** Inputs and outputs of all our resources as JSON, as they are stored: secrets encrypted. */
  readonly properties: number;
  /** The file of the stack. */
  readonly file: number;
};

/** Looks at the state as it is on disk. */
export async function stateSize(stack: Stack): Promise<StateSize> {
  const resources = (await stack.resources()).filter(({ type }) => !type.startsWith("pulumi:"));
  const properties = resources
    .map(({ inputs, outputs }) => Buffer.byteLength(JSON.stringify(inputs) + JSON.stringify(outputs)))
    .reduce((sum, size) => sum + size, 0);
  const folder = join(stack.backend, ".pulumi", "stacks", "test");
  const file = statSync(join(folder, stackFile(folder))).size;
  return { properties, file };
}

/** Beside it lie the copy of the step before and the marks of the back end. */
function stackFile(folder: string): string {
  const [name, ...more] = readdirSync(folder).filter((name) => name.endsWith(".json"));
  if (name === undefined || more.length > 0) {
    throw new Error("The back end does not hold one stack.");
  }
  return name;
}
