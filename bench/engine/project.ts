import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { Stack } from "../../tests/helpers/stack";
import { atExit } from "../at-exit";

const root = resolve(__dirname, "../..");

/** A stack of its own on the real engine, whose programs find this package, the engine's SDK and the bench's floor. */
export async function createProject(env: Readonly<Record<string, string>> = {}): Promise<Stack> {
  const stack = new Stack(env);
  atExit(() => {
    stack.remove();
  });
  const modules = join(stack.project, "node_modules");
  rmSync(modules);
  mkdirSync(modules);
  symlinkSync(join(root, "bench", "floor"), join(modules, "pingone-bench-floor"));
  // Node looks one folder up for everything else.
  symlinkSync(join(root, "node_modules"), join(stack.folder, "node_modules"));
  return stack.init();
}

/** Replaces the program. Only what it requires itself is loaded. */
export function writeProgram(stack: Stack, text: string): void {
  writeFileSync(join(stack.project, "index.js"), text);
}
