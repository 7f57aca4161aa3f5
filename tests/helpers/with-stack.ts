import type { OperationName, SeedUser, Simulator } from "../../simulator";
import { createSimulator } from "../../simulator";
import { Stack } from "./stack";

/** What a test on the engine works with; functions, because each test has its own. */
export type StackTest = {
  readonly simulator: () => Simulator;
  /** A stack without a program yet, connected to the simulator by the environment. */
  readonly stack: () => Stack;
  /** Adds a user to the simulator and answers the id. */
  readonly newUser: (user?: Partial<SeedUser>) => string;
  /** What changed, or tried to change, something at PingOne so far, as `<operation> <status>`. */
  readonly writes: () => string[];
};

/** An engine run takes seconds, and a test makes several. */
const TIMEOUT = 180_000;

const READS: readonly (OperationName | undefined)[] = [
  "issueToken",
  "readPasswordState",
  "readUser",
  "readPasswordPolicy",
  "listPasswordPolicies",
  "listUsers",
];

/** Describes tests that each get a fresh stack on the real engine and a fresh simulator. */
export function withStack(title: string, body: (test: StackTest) => void): void {
  describeStack(title, beforeEach, afterEach, body);
}

/** Describes tests that share one stack and one simulator, each going on where the one before it ended: an engine run takes seconds. */
export function withOneStack(title: string, body: (test: StackTest) => void): void {
  describeStack(title, before, after, body);
}

function describeStack(
  title: string,
  begin: Mocha.HookFunction,
  end: Mocha.HookFunction,
  body: (test: StackTest) => void,
): void {
  describe(title, function () {
    this.timeout(TIMEOUT);
    let simulator: Simulator | undefined;
    let stack: Stack | undefined;
    let users = 0;

    before(async () => {
      simulator = await createSimulator();
    });
    begin(async () => {
      simulator?.reset();
      stack = await new Stack(simulator?.env).init();
    });
    end(() => {
      stack?.remove();
    });
    after(() => simulator?.close());

    body({
      simulator: () => present(simulator),
      stack: () => present(stack),
      newUser: (user = {}) => {
        users += 1;
        return present(simulator).createUser({
          username: `user-${users}`,
          email: `user-${users}@example.com`,
          ...user,
        });
      },
      writes: () =>
        present(simulator)
          .ledger.entries.filter(({ operation }) => !READS.includes(operation))
          .map(({ operation, status }) => `${operation ?? "unknown"} ${status ?? "dropped"}`),
    });
  });
}

function present<T>(value: T | undefined): T {
  if (value === undefined) {
    throw new Error("only there while a test runs");
  }
  return value;
}
