import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Stack, StateResource } from "./stack";

/** What the engine wraps a secret in; `stack import` takes one in plain and encrypts it. */
const SECRET = { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270" };

/** Puts other secrets into the state of resources, by name, as another release would have left them. */
export async function replaceInState(
  stack: Stack,
  secrets: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  const state = JSON.parse(await stack.exportPlain()) as { deployment: { resources: StateResource[] } };
  for (const [name, values] of Object.entries(secrets)) {
    const resource = state.deployment.resources.find(({ urn }) => urn.endsWith(`::${name}`));
    if (resource === undefined) {
      throw new Error(`the state has no resource ${name}`);
    }
    for (const [property, value] of Object.entries(values)) {
      const secret = { ...SECRET, plaintext: JSON.stringify(value) };
      resource.inputs[property] = secret;
      resource.outputs[property] = secret;
    }
  }
  const file = join(stack.folder, "state.json");
  writeFileSync(file, JSON.stringify(state));
  const { exitCode, output } = await stack.run("stack", "import", "--file", file);
  rmSync(file);
  if (exitCode !== 0) {
    throw new Error(`the state could not be put back:\n${output}`);
  }
}
