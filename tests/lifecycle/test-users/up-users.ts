import { PartialFailure } from "../../../provider/errors";
import { createLivingUsers, type LivingUsers, type Props, type Report } from "../../../provider/lifecycle";
import { testUsers } from "../../../provider/lifecycle/test-users";
import { type Account, unpack } from "../../../provider/lifecycle/test-users/account";
import type { TestUsersState } from "../../../provider/lifecycle/test-users/types";
import { operations, type User } from "../../../provider/operations";
import type { Send } from "../../../provider/transport";
import type { Simulator } from "../../../simulator";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { bringUp, carried, refresh, type Stored } from "../bring-up";

/** TestUsers as the state keeps them. */
export type StoredUsers = Stored<TestUsersState>;

/** Rows by username, each with its `value` among the others. */
export type Rows = Readonly<Record<string, Props>>;

/** The mark that the constructor gives to a resource. */
export const OWNER = "pulumi:project/stack/fixture";

/** A password that the simulator's standard policy takes, another one for each number. */
export function password(number: number): string {
  // No digit three times in a row.
  return `Kettle-${String(number).replace(/\d/g, "$&-")}drum!`;
}

/** What a run may have in particular. */
export type Run = {
  /** The state of the run before. */
  readonly before?: StoredUsers | undefined;
  readonly report?: Report;
  readonly send?: Send;
  readonly livingUsers?: LivingUsers;
};

/** Runs `pulumi up` for a program with one TestUsers. Every run has a provider process of its own. */
export function upUsers(simulator: Simulator, rows: Rows, args: Props = {}, run: Run = {}) {
  return bringUp(
    testUsers(processOf(simulator, run)),
    declareUsers(simulator, rows, args),
    run.before,
    run.report,
  );
}

/** The same, where PingOne does not take all of it: the failure, and what the engine keeps. */
export async function failUsers(simulator: Simulator, rows: Rows, args: Props = {}, run: Run = {}) {
  const lifecycle = testUsers(processOf(simulator, run));
  const news = declareUsers(simulator, rows, args);
  const { inputs } = await lifecycle.check(run.before?.inputs ?? {}, news, run.report ?? recordReport());
  const failure = await refusalOf(PartialFailure, bringUp(lifecycle, news, run.before, run.report));
  const { id, properties } = failure;
  const stored: StoredUsers = { id, inputs, outs: carried(properties) as unknown as TestUsersState };
  return { message: failure.message, stored };
}

/** What a preview finds: what is wrong, what would change, and what it says. */
export async function previewUsers(
  simulator: Simulator,
  rows: Rows,
  args: Props = {},
  { before, ...run }: Run = {},
) {
  const lifecycle = testUsers(processOf(simulator, run, true));
  const report = recordReport();
  const { inputs, failures } = await lifecycle.check(
    before?.inputs ?? {},
    declareUsers(simulator, rows, args),
    report,
  );
  const diff =
    before === undefined || failures.length > 0
      ? undefined
      : await lifecycle.diff(before.id, before.outs, inputs as never, report);
  return { inputs, reasons: failures.map(({ reason }) => reason), diff, ...report };
}

/** Runs `pulumi refresh`. */
export async function refreshUsers(simulator: Simulator, stored: StoredUsers, report = recordReport()) {
  const found = await refresh(testUsers(createSession(simulator)), stored, report);
  if (found === undefined) {
    throw new Error("the resource is gone");
  }
  return found;
}

/** What the constructor hands over. */
export function declareUsers({ environmentId }: Simulator, rows: Rows, args: Props = {}): Props {
  const entries = Object.entries(rows);
  return {
    environmentId,
    users: Object.fromEntries(entries.map(([username, { value: _value, ...row }]) => [username, row])),
    passwords: Object.fromEntries(
      entries.flatMap(([username, { value }]) => (value === undefined ? [] : [[username, value]])),
    ),
    owner: OWNER,
    fingerprints: "",
    ...args,
  };
}

/** The users of a state. */
export function accountsOf({ outs }: StoredUsers): Readonly<Record<string, Account>> {
  return Object.fromEntries(
    Object.entries(outs.accounts).map(([username, packed]) => [username, unpack(packed)]),
  );
}

/** The id of one of them, at PingOne. */
export function idOf(stored: StoredUsers, username: string): string {
  const account = accountsOf(stored)[username];
  if (account === undefined) {
    throw new Error(`the state has no ${username}`);
  }
  return account.id;
}

/** The users of the simulator, in the order of their creation. It is no call of the run's. */
export async function usersAt(simulator: Simulator): Promise<readonly User[]> {
  const { environmentId } = simulator;
  const { users } = await transportTo(simulator)(operations.listUsers, { environmentId });
  return users;
}

/** How often each operation was called, since the last time. */
export function takeCalls({ ledger }: Simulator): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { operation = "?" } of ledger.entries) {
    if (operation !== "issueToken") {
      counts[operation] = (counts[operation] ?? 0) + 1;
    }
  }
  ledger.clear();
  return counts;
}

function processOf(
  simulator: Simulator,
  { send = transportTo(simulator), livingUsers = createLivingUsers() }: Run,
  isPreview = false,
) {
  return createSession(simulator, { send, livingUsers, isPreview: () => isPreview });
}
