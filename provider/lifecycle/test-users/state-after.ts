import { type Account, pack } from "./account";
import type { Generated } from "./generated-passwords";
import { joinMarks, type Mark, NO_MARK, splitMarks } from "./password-marks";
import type { Plan } from "./plan";
import type { Outcome } from "./run-plan";
import type { TestUsersInputs, TestUsersState } from "./types";

/**
 * What the state keeps after a run: of each user what PingOne took. A password that it did not take, or that is not declared, keeps its
 * old mark, so that the next run sets what is declared and nothing else.
 * @param strays users who are not declared and whom the next run is to remove
 */
export function stateAfter(
  olds: TestUsersState,
  inputs: TestUsersInputs,
  plan: Plan,
  { accounts: done, removed, withPassword }: Outcome,
  generated: Generated,
  strays: ReadonlyMap<string, Account>,
): TestUsersState {
  const { environmentId, owner, users, fingerprints, refreshPasswords, exposeValue } = inputs;
  const oldMarks = splitMarks(Object.keys(olds.accounts), olds.fingerprints);
  const newMarks = splitMarks(Object.keys(users), fingerprints);
  const spelled = new Map(plan.changed.map(({ username, was }) => [username, was]));
  const accounts = new Map<string, string>();
  const marks = new Map<string, Mark>();
  const values = new Map<string, string>();
  const add = (username: string, packed: string, mark = NO_MARK, value?: string) => {
    accounts.set(username, packed);
    marks.set(username, mark);
    if (value !== undefined) {
      values.set(username, value);
    }
  };
  for (const username of Object.keys(users)) {
    const was = spelled.get(username) ?? username;
    const account = done.get(username);
    const packed = ownValue(olds.accounts, was);
    if (withPassword.has(username) && account !== undefined) {
      add(username, pack(account), newMarks.get(username), generated.get(username));
    } else if (account !== undefined) {
      add(username, pack(account), oldMarks.get(was), ownValue(olds.values, was));
    } else if (packed !== undefined) {
      add(was, packed, oldMarks.get(was), ownValue(olds.values, was));
    }
  }
  for (const { username, account } of plan.removed.filter(({ username }) => !removed.has(username))) {
    add(username, pack(account), oldMarks.get(username), ownValue(olds.values, username));
  }
  for (const [username, account] of strays) {
    add(username, pack(account));
  }
  return {
    environmentId,
    owner,
    accounts: Object.fromEntries(accounts),
    fingerprints: joinMarks(accounts.keys(), marks),
    refreshPasswords,
    values: exposeValue === true ? Object.fromEntries(values) : undefined,
  };
}

function ownValue(values: Readonly<Record<string, string>> = {}, key: string): string | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}
