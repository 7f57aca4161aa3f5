/** The failed second factors of a user; mutable, it belongs to the user. Only a seed counts and locks here. */
export type Mfa = { failures: number; lockedAt: number | undefined };

export function emptyMfa(): Mfa {
  return { failures: 0, lockedAt: undefined };
}

/** Forgets the failures, unless they have led to a lock already: that one stays as it is. */
export function forgetMfaFailures(mfa: Mfa): void {
  if (mfa.lockedAt === undefined) mfa.failures = 0;
}
