import type { Stack } from "../../tests/helpers/stack";
import { play, type Step, type StepFigures } from "../engine/play";
import { createProject, writeProgram } from "../engine/project";
import { type StateSize, stateSize } from "../engine/state-size";
import type { SimulatorProcess } from "../simulator-process";

/** What is done to a stack of one TestUsers, in this order. */
export const USERS_STEPS = ["up", "no-change up", "1 % changed up", "destroy"] as const;

/** One of {@link USERS_STEPS}. */
export type UsersStep = (typeof USERS_STEPS)[number];

/** How a stack of one TestUsers is to be. */
export type UsersRound = {
  /** Expression for the class, in a program that has `pingone` or `floor`. */
  readonly resource: "pingone.TestUsers" | "floor.FloorUsers";
  readonly environmentId: string;
  readonly users: number;
  readonly env: Readonly<Record<string, string>>;
  /** Whose calls are counted; none for the no-op. */
  readonly simulator?: SimulatorProcess | undefined;
};

/** How many of so many users get another password in "1 % changed". */
export function changedOf(users: number): number {
  return Math.ceil(users / 100);
}

/** Takes a fresh stack through all steps and removes it. */
export async function playUsers(
  options: UsersRound,
): Promise<{ figures: StepFigures<UsersStep>[]; size: StateSize }> {
  const stack = await createProject(options.env);
  try {
    const [up, ...later] = steps(stack, options);
    const begun = await play(stack, up === undefined ? [] : [up], options);
    const size = await stateSize(stack);
    return { figures: [...begun, ...(await play(stack, later, options))], size };
  } finally {
    stack.remove();
  }
}

/** Creates the users and nothing more, and answers what came in at the simulator meanwhile. */
export async function upOnly(options: UsersRound & { simulator: SimulatorProcess }) {
  const stack = await createProject(options.env);
  try {
    const [up] = steps(stack, options);
    up?.prepare?.();
    const { exitCode, output } = await stack.run("up", "--yes", "--skip-preview");
    return { exitCode, output, requests: await options.simulator.requests() };
  } finally {
    stack.remove();
  }
}

function steps(stack: Stack, options: UsersRound): Step<UsersStep>[] {
  const write = (changed: number) => () => {
    writeProgram(stack, program(options, changed));
  };
  return [
    { name: "up", prepare: write(0), command: () => stack.up() },
    { name: "no-change up", command: () => stack.up("--expect-no-changes") },
    { name: "1 % changed up", prepare: write(changedOf(options.users)), command: () => stack.up() },
    { name: "destroy", command: () => stack.destroy() },
  ];
}

function program({ resource, environmentId, users }: UsersRound, changed: number): string {
  const [module] = resource.split(".");
  return `
    const floor = require("pingone-bench-floor");
    ${module === "pingone" ? 'const pingone = require("pulumi-pingone-password");' : ""}
    new ${resource}("users", { environmentId: "${environmentId}", users: floor.users(${users}, ${changed}) });
  `;
}
