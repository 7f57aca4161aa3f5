import { isUuid } from "../ids";
import { unpack } from "../lifecycle/test-users/account";
import { planUsers } from "../lifecycle/test-users/plan";
import type { Row } from "../lifecycle/test-users/types";
import { UNKNOWN } from "../lifecycle/unknown";
import { isRecord } from "../transport";
import type { Held, Step } from "./document";
import type { Members, UserChanges } from "./effect";
import { isSecret, plainMap, plainText } from "./plain";

const NAMED = 3;

/** Changes of users, and the calls that those of their fields take. */
export type PlannedUsers = {
  readonly users: UserChanges;
  readonly fieldCalls: number;
  readonly isOpen: boolean;
};

const NONE: Members = { count: 0, first: [] };

/** Users of whom nothing changes. */
export const NO_CHANGES: UserChanges = {
  added: NONE,
  changed: NONE,
  withAnotherPassword: NONE,
  askedToChange: NONE,
  removed: NONE,
  left: NONE,
};

/** Names of the kinds, as the provider says them in a preview. */
export const USER_KINDS: Readonly<Record<keyof UserChanges, string>> = {
  added: "added",
  changed: "changed",
  withAnotherPassword: "with another password",
  askedToChange: "asked to change the password",
  removed: "removed",
  left: "left as they were found",
};

/**
 * What an update does with the users. The provider's own words decide where there are any: it alone sees the passwords, and finds
 * populations by their names. The rows give the names.
 */
export function updatedUsers(step: Step, said: readonly string[]): PlannedUsers {
  const words = said.find((text) => /^\d+ users? declared: /.test(text));
  const isOpen = words?.includes("not known yet") === true;
  const rows = rowsOf(step.new);
  if (rows === undefined) {
    const users = changesBy((kind) => ({ ...(inWords(words, kind) ?? NONE), first: [] }));
    return { users, fieldCalls: users.changed.count, isOpen };
  }
  const plan = planUsers(
    { accounts: accountsOf(step.old), fingerprints: "" },
    {
      environmentId: plainText(step.new?.inputs["environmentId"]) ?? UNKNOWN,
      users: rows,
      fingerprints: "",
    },
    (population) => (isUuid(population) ? population : UNKNOWN),
  );
  const changed = plan.changed.filter(({ steps }) => steps.some(isOfField));
  const seen: UserChanges = {
    added: membersOf(plan.added),
    changed: membersOf(changed),
    withAnotherPassword: NONE,
    askedToChange: membersOf(plan.changed.filter(({ steps }) => steps.includes("forceChange"))),
    removed: membersOf(plan.removed.filter(({ account }) => !account.isAdopted)),
    left: membersOf(plan.removed.filter(({ account }) => account.isAdopted)),
  };
  const users =
    words === undefined
      ? seen
      : changesBy((kind) => {
          const told = inWords(words, kind) ?? NONE;
          return told.count === seen[kind].count ? seen[kind] : told;
        });
  const fieldCalls = changed.reduce((calls, { steps }) => calls + steps.filter(isOfField).length, 0);
  return { users, fieldCalls: fieldCalls + Math.max(0, users.changed.count - changed.length), isOpen };
}

/** The users that a creation adds. */
export function addedUsers(news: Held | undefined, said: readonly string[]): UserChanges {
  const rows = rowsOf(news);
  const [, count] =
    said.map((text) => /^(\d+) users? declared, /.exec(text)).find((found) => found !== null) ?? [];
  return {
    ...NO_CHANGES,
    added:
      rows === undefined
        ? { count: Number(count ?? 0), first: [] }
        : membersOf(Object.keys(rows).map((username) => ({ username }))),
  };
}

/** The users that a deletion removes, and those it leaves. */
export function removedUsers(old: Held | undefined): UserChanges {
  const all = Object.entries(accountsOf(old)).map(([username, packed]) => ({ username, ...unpack(packed) }));
  return {
    ...NO_CHANGES,
    removed: membersOf(all.filter(({ isAdopted }) => !isAdopted)),
    left: membersOf(all.filter(({ isAdopted }) => isAdopted)),
  };
}

/** Changes taken together. */
export function addMembers(all: readonly UserChanges[]): UserChanges {
  return changesBy((kind) => ({
    count: all.reduce((count, changes) => count + changes[kind].count, 0),
    first: all.flatMap((changes) => changes[kind].first).slice(0, NAMED),
  }));
}

/** What a state holds of each user, by username. */
export function accountsOf(held: Held | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(plainMap(held?.outputs["accounts"])).flatMap(([username, packed]) => {
      const text = plainText(packed);
      return text === undefined ? [] : [[username, text]];
    }),
  );
}

/** Undefined for rows that are secret as a whole: their names are not to be shown. What is secret of one counts as not known. */
function rowsOf(held: Held | undefined): Readonly<Record<string, Row>> | undefined {
  const users = held?.inputs["users"];
  if (!isRecord(users) || isSecret(users)) {
    return undefined;
  }
  const entries = Object.entries(users).map(([username, row]) => {
    const fields = Object.entries(plainMap(row));
    return [
      username,
      Object.fromEntries(fields.map(([name, value]) => [name, isSecret(value) ? UNKNOWN : value])),
    ];
  });
  return Object.fromEntries(entries) as Readonly<Record<string, Row>>;
}

function isOfField(step: string): boolean {
  return step === "profile" || step === "population" || step === "enabled";
}

function changesBy(membersOfKind: (kind: keyof UserChanges) => Members): UserChanges {
  return {
    added: membersOfKind("added"),
    changed: membersOfKind("changed"),
    withAnotherPassword: membersOfKind("withAnotherPassword"),
    askedToChange: membersOfKind("askedToChange"),
    removed: membersOfKind("removed"),
    left: membersOfKind("left"),
  };
}

/** As in `4 users declared: 1 added (dave); 2 changed (alice, bob).` */
function inWords(words: string | undefined, kind: keyof UserChanges): Members | undefined {
  const part = new RegExp(`(?:: |; )(\\d+) ${USER_KINDS[kind]} \\((.*?)\\)(?=; |\\.$)`, "s");
  const [, count, names = ""] = part.exec(words ?? "") ?? [];
  return count === undefined
    ? undefined
    : { count: Number(count), first: names.replace(/ and \d+ more$/, "").split(", ") };
}

function membersOf(members: readonly { readonly username: string }[]): Members {
  return { count: members.length, first: members.slice(0, NAMED).map(({ username }) => username) };
}
