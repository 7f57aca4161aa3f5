import { cpSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createSimulator } from "../../simulator";
import { Stack } from "../helpers/stack";
import { heldBy, passwords } from "./held-by";
import type { Script } from "./shape";

/** In seconds: many times what the longest takes. */
const LIMIT = 180;

/** Runs a script with node, in a project with the engine's environment. */
export async function runScript({ folder, runs }: Script, sdk?: string): Promise<void> {
  const simulator = await createSimulator();
  const stack = new Stack({ ...simulator.env, ...passwords });
  try {
    if (sdk !== undefined) {
      stack.useSdk(sdk);
    }
    cpSync(join(__dirname, folder), stack.project, { recursive: true });
    for (const { node, fails, says, holds } of runs) {
      stack.limit = { seconds: LIMIT, waitingFor: `the script of ${folder} to end` };
      const run = await stack.runNode(...node);
      expect(run.exitCode === 0, run.output).to.equal(fails === undefined);
      expect(run.output, run.output).to.match(says);
      expect(heldBy(simulator), run.output).to.deep.equal(holds);
    }
  } finally {
    stack.remove();
    await simulator.close();
  }
}
