import type { UserRef } from "../../provider/operations";
import {
  createSimulator,
  type LedgerEntry,
  type OperationName,
  type SeedUser,
  type Simulator,
} from "../../simulator";

/**
 * A suite with a simulator of its own, on any free port, taken back to its seed before each test.
 * The handle given to `body` can be used inside tests and hooks only: the simulator starts with the suite.
 */
export function withSimulator(title: string, body: (simulator: Simulator) => void): void {
  describe(title, () => {
    let running: Simulator | undefined;
    const started = (): Simulator => {
      if (running === undefined) {
        throw new Error("The simulator runs only while its tests do.");
      }
      return running;
    };
    before(async () => {
      running = await createSimulator();
    });
    beforeEach(() => {
      started().reset();
    });
    after(async () => {
      await running?.close();
      running = undefined;
    });
    body(new Proxy({} as Simulator, { get: (_target, key) => Reflect.get(started(), key) as unknown }));
  });
}

/** Adds a user, by default called alice, and says who that is in the terms of the operations. */
export function addUser(simulator: Simulator, user: Partial<SeedUser> = {}): UserRef {
  const userId = simulator.createUser({ username: "alice", ...user });
  return { environmentId: simulator.environmentId, userId };
}

/** Names of the operations that were called, the oldest first and without the token. */
export function calls(simulator: Simulator): (OperationName | undefined)[] {
  return simulator.ledger.entries
    .map(({ operation }) => operation)
    .filter((operation) => operation !== "issueToken");
}

/** The last request, or the last one of an operation, as it went over the wire. */
export function lastRequest(
  simulator: Simulator,
  operation?: OperationName,
): Pick<LedgerEntry, "method" | "path" | "contentTypes" | "body"> {
  const entry = simulator.ledger.entries
    .filter((candidate) => operation === undefined || candidate.operation === operation)
    .at(-1);
  if (entry === undefined) {
    throw new Error("No request was made.");
  }
  const { method, path, contentTypes, body } = entry;
  return { method, path, contentTypes, body };
}
