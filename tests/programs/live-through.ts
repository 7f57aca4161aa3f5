import { cpSync, existsSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { createSimulator, type Simulator } from "../../simulator";
import { Stack } from "../helpers/stack";
import { heldBy, passwords } from "./held-by";
import type { Shape, Step } from "./shape";

/** In seconds: many times what the longest takes. */
const LIMIT = 180;
const OURS = "pulumi-nodejs:dynamic/pingone:";

/** Runs a program's steps on the engine, each with a limit of its own, and compares what comes out with the table. */
export async function liveThrough(shape: Shape, sdk?: string): Promise<void> {
  const simulator = await createSimulator(shape.seed === undefined ? {} : { seed: { users: shape.seed } });
  const stack = new Stack({
    ...simulator.env,
    ...passwords,
    PULUMI_NODEJS_TRANSPILE_ONLY: "true",
    ...shape.env,
  });
  try {
    if (sdk !== undefined) {
      stack.useSdk(sdk);
    }
    usePrograms(stack, shape.programs, simulator.environmentId);
    await stack.init();
    let isUp = false;
    for (const step of shape.life) {
      await take(stack, step, shape, simulator);
      if (!isUp && step.pulumi[0] === "up") {
        isUp = true;
        await compare(stack, shape, simulator);
      }
    }
  } finally {
    stack.remove();
    await simulator.close();
  }
}

/** Puts programs into a project: one as it stands, several as the modules of one. */
export function usePrograms(stack: Stack, programs: readonly string[], environmentId: string): void {
  const kept = ["node_modules", "Pulumi.dev.yaml"];
  for (const name of readdirSync(stack.project).filter((found) => !kept.includes(found))) {
    rmSync(join(stack.project, name), { recursive: true });
  }
  const write = (name: string, text: string) => writeFileSync(join(stack.project, name), text);
  write(
    "Pulumi.yaml",
    `name: test\nruntime: nodejs\nconfig: { environmentId: { default: "${environmentId}" } }\n`,
  );
  write("package.json", JSON.stringify({ name: "test", main: "index.ts" }));
  const [first = ""] = programs;
  if (programs.length === 1) {
    cpSync(join(__dirname, first), stack.project, { recursive: true });
    return;
  }
  for (const name of programs) {
    cpSync(join(__dirname, name), join(stack.project, name), { recursive: true });
  }
  write("index.ts", programs.map((name) => `export * from "./${name}";\n`).join(""));
  expect(existsSync(join(stack.project, first)), first).to.equal(true);
}

async function take(stack: Stack, step: Step, shape: Shape, simulator: Simulator): Promise<void> {
  if (step.programs !== undefined) {
    usePrograms(stack, step.programs, simulator.environmentId);
  }
  stack.setEnv(step.env ?? {});
  const waitingFor = `the program of ${(step.programs ?? shape.programs).join(", ")} to end`;
  stack.limit = { seconds: LIMIT, waitingFor };
  const run = await stack.run(...step.pulumi);
  expect(run.exitCode === 0, run.output).to.equal(step.fails === undefined);
  if (step.says !== undefined) {
    expect(run.output).to.match(step.says);
  }
  if (step.holds !== undefined) {
    expect(heldBy(simulator), run.output).to.deep.equal(step.holds);
  }
}

async function compare(stack: Stack, shape: Shape, simulator: Simulator): Promise<void> {
  if (shape.outputs !== undefined) {
    const { output } = await stack.run("stack", "output", "--json");
    expect(JSON.parse(output)).to.deep.equal(shape.outputs);
  }
  for (const [first, second] of shape.order ?? []) {
    const created = createdUsers(simulator);
    expect(created.indexOf(first), created.join()).to.be.within(0, created.indexOf(second) - 1);
  }
  if (shape.resources === undefined) {
    return;
  }
  const resources = (await stack.resources()).filter(({ type }) => type.startsWith(OURS));
  const names = resources.map(({ urn }) => urn.split("::").slice(2).join("::").replaceAll(OURS, ""));
  expect(names).to.have.members(shape.resources);
  for (const [parent, provider] of Object.entries(shape.providers ?? {})) {
    const children = resources.filter(({ urn }) => urn.includes(`::${parent}$`));
    expect(children, parent).not.to.be.empty;
    expect(
      children.filter((child) => child.provider?.includes(`::${provider}::`) !== true),
      parent,
    ).to.be.empty;
  }
}

function createdUsers(simulator: Simulator): unknown[] {
  return simulator.ledger.entries
    .filter(({ operation }) => operation === "createUser")
    .map(({ body }) => (body as { username?: unknown }).username);
}
