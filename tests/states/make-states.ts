import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createSimulator, type Simulator } from "../../simulator";
import { mailCode } from "../helpers/outside";
import { Stack } from "../helpers/stack";
import { connectByConfig } from "./connect-by-config";
import { type Fixture, keepFixture, projectOf } from "./fixture";
import { giveOddValues } from "./odd-values";
import { ACTION_PASSWORDS, PASSWORDS } from "./planted";
import { LOCKED_SDK, OLDEST_SDK, runWith, versionOf } from "./sdks";
import { SEED, seedId } from "./seed";

type Story = (stack: Stack, simulator: Simulator) => Promise<void>;

/** How the states come about, by the folder of their program. */
const stories: Readonly<Record<string, Story>> = {
  everything: async (stack, simulator) => {
    writeFileSync(join(stack.project, "password.txt"), `${PASSWORDS.FILE_PASSWORD}\n`);
    stack.setEnv({
      ...ACTION_PASSWORDS,
      BUILD: "first",
      RECOVERY_CODE: await mailCode(simulator, seedId(24)),
      BEFORE_RENAMING: "1",
    });
    await stack.up();
    stack.setEnv({ BEFORE_RENAMING: undefined });
    await stack.up();
  },
  "pending-deletion": async (stack, simulator) => {
    await connectByConfig(stack, simulator);
    stack.setEnv({ BEFORE_MOVING: "1" });
    await stack.up();
    stack.setEnv({ BEFORE_MOVING: undefined });
    simulator.failNext("setPasswordValue", { status: 403 });
    await stack.fail("up", "--yes", "--skip-preview");
  },
  component: async (stack) => {
    stack.setEnv({ BUILD_TIME: "0" });
    await stack.up();
  },
  "odd-values": async (stack) => {
    giveOddValues(stack);
    await stack.up();
  },
};

/** Makes a state with the code of this tree and keeps it below the given name of that code. */
async function make(code: string, story: string, sdk: string): Promise<void> {
  const simulator = await createSimulator({ seed: SEED });
  const stack = new Stack({ ...simulator.env, ...PASSWORDS });
  try {
    stack.copyProject(projectOf({ code, story }));
    runWith(stack, sdk);
    await stack.init();
    await stories[story]?.(stack, simulator);
    const fixture: Fixture = { code, story, sdk: versionOf(sdk) };
    await keepFixture(fixture, stack, simulator);
    process.stdout.write(`${fixture.code}/${fixture.story}/${fixture.sdk}\n`);
  } finally {
    stack.remove();
    await simulator.close();
  }
}

/** Makes the stories that are named, or all. */
async function main([code, ...wanted]: readonly string[]): Promise<void> {
  if (code === undefined) {
    throw new Error("Name the commit whose code this is, such as 23e1f1f.");
  }
  for (const story of wanted.length > 0 ? wanted : Object.keys(stories)) {
    const sdks = ["everything", "component"].includes(story) ? [OLDEST_SDK, LOCKED_SDK] : [LOCKED_SDK];
    for (const sdk of sdks) {
      await make(code, story, sdk);
    }
  }
}

void main(process.argv.slice(2));
