import { isRecord } from "../transport";
import { environmentPath, type UserRef } from "./user-ref";

/** A PingOne user, as far as passwords and sign-ons go. */
export type User = {
  readonly id: string;
  readonly username?: string;
  readonly email?: string;
  readonly populationId?: string;
  /** False: an administrator switched the user off. */
  readonly enabled: boolean;
  readonly account: {
    /** `LOCKED` for an administrator's lock, a password lockout or a lock by MFA alike. */
    readonly status: string;
    readonly canAuthenticate: boolean;
    /** When it was locked; may be missing where failed passwords did it. */
    readonly lockedAt?: string;
  };
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
  const { id, username, email, population } = body;
  const account = isRecord(body["account"]) ? body["account"] : {};
  return {
    id,
    ...(typeof username === "string" ? { username } : {}),
    ...(typeof email === "string" ? { email } : {}),
    ...(isRecord(population) && typeof population["id"] === "string"
      ? { populationId: population["id"] }
      : {}),
    enabled: body["enabled"] !== false,
    account: {
      status: typeof account["status"] === "string" ? account["status"] : "OK",
      canAuthenticate: account["canAuthenticate"] !== false,
      ...(typeof account["lockedAt"] === "string" ? { lockedAt: account["lockedAt"] } : {}),
    },
  };
}
