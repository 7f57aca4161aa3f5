import type { StoredValue } from "./stored-value";

/** A password that was replaced. */
export type PastPassword = { readonly stored: StoredValue; readonly replacedAt: number };

/** Where an external password lives, as the caller gave it. */
export type ExternalGateway = Readonly<Record<string, unknown>>;

/** A lock that wrong checks brought about; without `until` only an administrator can lift it. */
export type PasswordLock = { readonly lockedAt: number; readonly until: number | undefined };

/** All that is kept of one user's password; mutable, it belongs to the user. */
export type PasswordRecord = {
  /** Undefined: there is no password here. */
  stored: StoredValue | undefined;
  changedAt: number | undefined;
  mustChange: boolean;
  /** The newest first. */
  history: readonly PastPassword[];
  failureCount: number;
  /** The wrong value counted last; the same one again is not counted. */
  lastWrong: StoredValue | undefined;
  lock: PasswordLock | undefined;
  externalGateway: ExternalGateway | undefined;
};

export function emptyPasswordRecord(): PasswordRecord {
  return {
    stored: undefined,
    changedAt: undefined,
    mustChange: false,
    history: [],
    failureCount: 0,
    lastWrong: undefined,
    lock: undefined,
    externalGateway: undefined,
  };
}
