import { execFileSync } from "node:child_process";
import { readDocument } from "../docs/documents";
import type { Stack } from "../helpers/stack";

/** What the engine says of a state in files when it was killed while it wrote the note beside the state. */
export const TORN = "failed to load checkpoint: EOF";

/** Does what the README says of {@link TORN}, where the stack has its state. */
export function mendTornFile(stack: Stack): void {
  const row = readDocument("README.md")
    .split("\n")
    .find((line) => line.startsWith(`| \`${TORN}\``));
  const [, command] = /`(find [^`]+)`/.exec(row ?? "") ?? [];
  if (command === undefined) throw new Error(`The README has no command for ${TORN}.`);
  execFileSync("bash", ["-c", command], { cwd: stack.backend });
}
