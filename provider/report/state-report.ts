import { unpack } from "../lifecycle/test-users/account";
import type { Held, StateDocument } from "./document";
import { isSecret, plainMap, plainText } from "./plain";
import type { Subject } from "./urn";
import { accountsOf } from "./user-changes";
import { isRecord } from "../transport";

/** What the state of a stack says about users and passwords, as of the last update or refresh. No value, fingerprint or id is in it. */
export type StateReport = {
  readonly kind: "state";
  /** Each resource that has users, with their passwords by status; a User with the status of the account. */
  readonly holders: readonly Holder[];
  /** Locks that the last look saw. */
  readonly locks: readonly Sight[];
  /** Passwords that somebody else has changed. */
  readonly changedOutside: readonly Sight[];
};

/** A resource, and how many users of it have which status. */
export type Holder = Subject & {
  readonly users: number;
  readonly byStatus: Readonly<Record<string, number>>;
  /** Users or passwords that were there before, and were taken over. */
  readonly adopted: number;
};

/** Something seen of a user. */
export type Sight = Subject & { readonly text: string };

const LOCKED = "PASSWORD_LOCKED_OUT";
const NAMED = 10;

/** Reports on the state of a stack. */
export function reportState({ resources }: StateDocument): StateReport {
  return {
    kind: "state",
    holders: resources.flatMap((resource) => holderOf(resource)),
    locks: resources.flatMap(locksOf),
    changedOutside: resources
      .filter(({ type, outputs }) => type === "UserPassword" && outputs["externallyChanged"] === true)
      .map(({ type, resource, outputs }) => ({
        type,
        resource,
        text: `changed at ${plainText(outputs["lastChangedAt"]) ?? "an unknown time"}`,
      })),
  };
}

function holderOf(held: Subject & Held): Holder[] {
  const { type, resource, inputs, outputs } = held;
  switch (type) {
    case "TestUsers": {
      const accounts = Object.values(accountsOf(held)).map(unpack);
      return [
        {
          type,
          resource,
          users: accounts.length,
          byStatus: countBy(accounts.map(({ status }) => status)),
          adopted: accounts.filter(({ isAdopted }) => isAdopted).length,
        },
      ];
    }
    case "UserPassword":
      return [
        one(
          held,
          plainText(outputs["status"]),
          inputs["adopt"] === true && outputs["verified"] !== undefined,
        ),
      ];
    case "User":
      return [one(held, plainText(plainMap(outputs["account"])["status"]), outputs["adopted"] === true)];
    default:
      return [];
  }
}

function one({ type, resource }: Subject, status = "UNKNOWN", isAdopted: boolean): Holder {
  return { type, resource, users: 1, byStatus: { [status]: 1 }, adopted: isAdopted ? 1 : 0 };
}

function locksOf(held: Subject & Held): Sight[] {
  const { type, resource, outputs } = held;
  const sight = (text: string): Sight => ({ type, resource, text });
  switch (type) {
    case "TestUsers": {
      const locked = Object.entries(accountsOf(held)).filter(
        ([, packed]) => unpack(packed).status === LOCKED,
      );
      const names = locked.slice(0, NAMED).map(([username]) => username);
      const more = locked.length - names.length;
      return locked.length === 0
        ? []
        : [
            sight(
              `${locked.length} with a locked password: ${names.join(", ")}${more > 0 ? ` and ${more} more` : ""}`,
            ),
          ];
    }
    case "UserPassword":
      return outputs["status"] === LOCKED ? [sight("the password is locked")] : [];
    case "User":
      return plainMap(outputs["account"])["status"] === "LOCKED" ? [sight("the account is locked")] : [];
    case "PasswordUnlock":
      return remainingIn(outputs["remainingLocks"]).map((lock) =>
        sight(lock === "disabled" ? "the user is disabled" : `${lock} lock`),
      );
    default:
      return [];
  }
}

function remainingIn(locks: unknown): string[] {
  return Array.isArray(locks)
    ? locks.flatMap((lock: unknown) => {
        const name = isRecord(lock) && !isSecret(lock) ? plainText(lock["lock"]) : undefined;
        return name === undefined ? [] : [name];
      })
    : [];
}

function countBy(values: readonly string[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const value of values) {
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort());
}
