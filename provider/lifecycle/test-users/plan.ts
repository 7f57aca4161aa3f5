import { fieldsOf, type UserFields } from "../user-fields";
import { isUnknown, UNKNOWN } from "../unknown";
import { type Account, declares, heldOf, unpack } from "./account";
import { type Mark, NO_MARK, splitMarks } from "./password-marks";
import type { PopulationId } from "./population-ids";
import type { Row, TestUsersInputs, TestUsersState } from "./types";

/** What a user needs to become what is declared: a call each, but for `forget`, which looks no longer at what was declared before. */
export type Step = "profile" | "population" | "enabled" | "password" | "forceChange" | "forget";

/** A user who is declared. */
export type Declared = {
  readonly username: string;
  readonly row: Row;
  /** What is declared of the user, populations by their ids. */
  readonly fields: UserFields;
  readonly mark: Mark;
};

/** A user whom the state has and who becomes another. */
export type Change = Declared & {
  /** The username in the state: it may differ in its case. */
  readonly was: string;
  readonly account: Account;
  readonly steps: readonly Step[];
};

/** What a run does with the users, in the order of the program. */
export type Plan = {
  readonly added: readonly Declared[];
  readonly changed: readonly Change[];
  readonly removed: readonly { readonly username: string; readonly account: Account }[];
  /** Users who stay as they are. */
  readonly kept: number;
  /** Existing users something of whom is not known yet. */
  readonly open: number;
  /** True when it is not known yet whose passwords are others. */
  readonly arePasswordsOpen: boolean;
};

/** The one decision on what an update does, for diff to announce and for update to carry out. */
export function planUsers(
  olds: Pick<TestUsersState, "accounts" | "fingerprints">,
  news: Pick<TestUsersInputs, "users" | "fingerprints"> & { readonly environmentId?: string },
  populationId: PopulationId,
): Plan {
  const oldMarks = splitMarks(Object.keys(olds.accounts), olds.fingerprints);
  const newMarks = splitMarks(Object.keys(news.users), news.fingerprints);
  const areMarksOpen = isUnknown(news.fingerprints);
  // PingOne does not tell upper from lower case: who is spelled otherwise is the same user.
  const before = new Map(
    Object.entries(olds.accounts).map(([username, packed]) => [username.toLowerCase(), { username, packed }]),
  );
  const added: Declared[] = [];
  const changed: Change[] = [];
  let kept = 0;
  let open = 0;
  for (const [username, row] of Object.entries(news.users)) {
    const old = before.get(username.toLowerCase());
    before.delete(username.toLowerCase());
    const oldMark = (old === undefined ? undefined : oldMarks.get(old.username)) ?? NO_MARK;
    const mark = areMarksOpen ? oldMark : (newMarks.get(username) ?? NO_MARK);
    const declared = { username, row, fields: declaredFields(username, row, populationId), mark };
    if (old === undefined) {
      added.push(declared);
    } else if (isUnknown(row)) {
      open += 1;
    } else {
      const account = unpack(old.packed);
      const steps = stepsFor(account, declared, oldMark);
      if (steps.length > 0) {
        changed.push({ ...declared, was: old.username, account, steps });
      } else {
        kept += 1;
      }
    }
  }
  const removed = [...before.values()].map(({ username, packed }) => ({ username, account: unpack(packed) }));
  // An edited upstream resource hides an environment that is the same: then nothing says that passwords are others.
  const arePasswordsOpen = areMarksOpen && !isUnknown(news.environmentId);
  return { added, changed, removed, kept, open, arePasswordsOpen };
}

/** True when a plan changes nothing, as far as is known. */
export function isIdle({ added, changed, removed, open, arePasswordsOpen }: Plan): boolean {
  return added.length + changed.length + removed.length + open === 0 && !arePasswordsOpen;
}

/** What makes the user `account` the declared one, with a password that `oldMark` stands for. */
export function stepsFor({ held, forceChange }: Account, declared: Declared, oldMark: Mark): Step[] {
  const { fields, row, mark } = declared;
  const wanted = heldOf(fields);
  const isMoved =
    fields.population !== undefined && !isUnknown(fields.population) && wanted.population !== held.population;
  const isSwitched =
    fields.enabled !== undefined && (wanted.enabled !== held.enabled || !declares(held, "enabled"));
  const isRotated = mark !== NO_MARK && mark !== oldMark;
  // Who has no password of ours cannot be asked for another one.
  const isAsked = row.forceChange === true && !forceChange && !isRotated && oldMark !== NO_MARK;
  const steps: Step[] = [
    ...(wanted.profile === held.profile ? [] : (["profile"] as const)),
    ...(isMoved ? (["population"] as const) : []),
    ...(isSwitched ? (["enabled"] as const) : []),
    ...(isRotated ? (["password"] as const) : []),
    ...(isAsked ? (["forceChange"] as const) : []),
  ];
  return steps.length === 0 && wanted.declared !== held.declared ? ["forget"] : steps;
}

function declaredFields(username: string, row: Row, populationId: PopulationId): UserFields {
  const { email, name, population, enabled } = row;
  return fieldsOf({
    username,
    email,
    name,
    population:
      population === undefined ? undefined : isUnknown(population) ? UNKNOWN : populationId(population),
    enabled,
  });
}
