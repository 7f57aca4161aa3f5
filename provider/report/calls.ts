import type { ResourceName } from "../lifecycle";

/** Requests to PingOne: those that only look, and all others. */
export type Calls = { readonly reads: number; readonly writes: number };

/** No request at all. */
export const NO_CALLS: Calls = { reads: 0, writes: 0 };

/**
 * What each step of a resource sends when nothing goes wrong: the run alone, without the preview before it, without the one call for a
 * token, and without repeats. What a resource looks up before it writes is counted with the write.
 */
export const CALLS = {
  UserPassword: {
    set: { reads: 0, writes: 1 },
    /** The policy that it is to satisfy comes with the state. */
    setGenerated: { reads: 1, writes: 1 },
    /** Once for all sets of a run: who is disabled. */
    list: { reads: 1, writes: 0 },
    adopt: { reads: 1, writes: 0 },
    adoptKnown: { reads: 1, writes: 1 },
    forceChange: { reads: 1, writes: 1 },
    lookAgain: { reads: 1, writes: 0 },
    undo: { reads: 1, writes: 1 },
    refresh: { reads: 1, writes: 0 },
  },
  User: {
    create: { reads: 0, writes: 1 },
    /** Of each kind of field: profile, population, enabled. */
    change: { reads: 0, writes: 1 },
    remove: { reads: 0, writes: 1 },
    refresh: { reads: 1, writes: 0 },
  },
  TestUsers: {
    /** The populations and the policy, once for all new passwords. */
    policy: { reads: 2, writes: 0 },
    /** Of each page of 1000 users who carry the mark. */
    page: { reads: 1, writes: 0 },
    add: { reads: 0, writes: 1 },
    /** Of each kind of field, as for a User. */
    change: { reads: 0, writes: 1 },
    rotate: { reads: 0, writes: 1 },
    forceChange: { reads: 0, writes: 1 },
    remove: { reads: 0, writes: 1 },
    /** Of each user that a refresh reads alone: those taken over, and all of them with refreshPasswords. */
    readOne: { reads: 1, writes: 0 },
  },
  PasswordUnlock: {
    look: { reads: 2, writes: 0 },
    /** Of each lock there is, with a look afterwards. */
    unlock: { reads: 2, writes: 1 },
    refresh: { reads: 2, writes: 0 },
  },
  PasswordForceChange: { run: { reads: 2, writes: 1 }, refresh: { reads: 1, writes: 0 } },
  PasswordRecoveryCode: { run: { reads: 0, writes: 1 }, refresh: NO_CALLS },
  PasswordRecovery: { run: { reads: 2, writes: 1 }, refresh: { reads: 1, writes: 0 } },
  PasswordReset: { run: { reads: 4, writes: 2 }, refresh: NO_CALLS },
  PasswordCheck: { run: { reads: 1, writes: 1 }, refresh: NO_CALLS },
  ForgotPassword: {
    run: { reads: 1, writes: 1 },
    recover: { reads: 0, writes: 1 },
    refresh: NO_CALLS,
  },
} as const satisfies Readonly<Record<ResourceName, Readonly<Record<string, Calls>>>>;

/** All of some calls. */
export function sum(all: Iterable<Calls>): Calls {
  let [reads, writes] = [0, 0];
  for (const calls of all) {
    reads += calls.reads;
    writes += calls.writes;
  }
  return { reads, writes };
}

/** The same calls a number of times. */
export function times(number: number, { reads, writes }: Calls): Calls {
  return { reads: number * reads, writes: number * writes };
}
