import { isRecord } from "../transport";
import { environmentPath, type UserRef } from "./user-ref";

/** A PingOne user, as far as test users, passwords and sign-ons go. */
export type User = {
  /** UUID of the user. */
  readonly id: string;
  /** What the user signs on with. */
  readonly username?: string;
  /** Where PingOne sends mail, recovery codes included. */
  readonly email?: string;
  /** First and last name. */
  readonly name?: { readonly given?: string; readonly family?: string };
  /** UUID of the population, whose password policy holds for the user. */
  readonly populationId?: string;
  /** What a system outside PingOne knows the user by. */
  readonly externalId?: string;
  /** False: an administrator switched the user off. */
  readonly enabled: boolean;
  /** Whether, and why not, the user may sign on. */
  readonly account: {
    /** `LOCKED` for an administrator's lock, a password lockout or a lock by MFA alike. */
    readonly status: string;
    /** False for whoever is locked or disabled. */
    readonly canAuthenticate: boolean;
    /** When it was locked; may be missing where failed passwords did it. */
    readonly lockedAt?: string;
  };
  /** By PingOne's clock (ISO 8601, UTC). */
  readonly createdAt?: string;
  /** The last change of the user, by PingOne's clock (ISO 8601, UTC). */
  readonly updatedAt?: string;
};

/** Path of a user. */
export function userPath({ environmentId, userId }: UserRef): string {
  return environmentPath(environmentId, "users", userId);
}

/** Reads a user; undefined when the answer is something else. */
export function parseUser(body: unknown): User | undefined {
  if (!isRecord(body) || typeof body["id"] !== "string") {
    return undefined;
  }
  const { id, name, population } = body;
  const account = isRecord(body["account"]) ? body["account"] : {};
  return {
    id,
    ...textsIn(body, ["username", "email"]),
    ...(isRecord(name) ? { name: textsIn(name, ["given", "family"]) } : {}),
    ...(isRecord(population) && typeof population["id"] === "string"
      ? { populationId: population["id"] }
      : {}),
    ...textsIn(body, ["externalId"]),
    enabled: body["enabled"] !== false,
    account: {
      status: typeof account["status"] === "string" ? account["status"] : "OK",
      canAuthenticate: account["canAuthenticate"] !== false,
      ...textsIn(account, ["lockedAt"]),
    },
    ...textsIn(body, ["createdAt", "updatedAt"]),
  };
}

/** The fields named, as far as they are texts. */
function textsIn<K extends string>(
  body: Readonly<Record<string, unknown>>,
  fields: readonly K[],
): Partial<Record<K, string>> {
  const texts: Partial<Record<K, string>> = {};
  for (const field of fields) {
    const text = body[field];
    if (typeof text === "string") {
      texts[field] = text;
    }
  }
  return texts;
}
