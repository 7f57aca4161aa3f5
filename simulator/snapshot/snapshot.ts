import type { Activity } from "../activities/activity-log";
import type { Mail } from "../mail/mailbox";
import type { Application } from "../state/application";
import type { PasswordPolicy } from "../state/password-policy";
import type { Population } from "../state/population";
import type { User } from "../state/user";
import type { Worker } from "../state/worker";

/** What a snapshot calls itself. */
export const SNAPSHOT_FORMAT = "pingone-simulator";

/** The one version that is read and written. */
export const SNAPSHOT_VERSION = 1;

/** How many activities of an environment a snapshot holds at most, the newest ones. */
export const KEPT_ACTIVITIES = 10_000;

/** One environment of a snapshot. */
export type EnvironmentSnapshot = {
  readonly id: string;
  readonly name: string;
  /** The position of the user created last, deleted ones included. */
  readonly lastSequence: number;
  readonly populations: readonly Population[];
  readonly passwordPolicies: readonly PasswordPolicy[];
  readonly users: readonly User[];
  readonly activities: readonly Activity[];
};

/** A mail of a snapshot; times in milliseconds since the epoch. */
export type MailSnapshot = Omit<Mail, "at" | "expiresAt"> & {
  readonly at: number;
  readonly expiresAt: number;
};

/**
 * All that outlasts a restart, as plain JSON: passwords encoded, as they are stored, secrets of workers and applications in clear.
 * Tokens, sign-ons under way, the ledger, faults, rate limit and latency are no part of it.
 */
export type Snapshot = {
  readonly format: typeof SNAPSHOT_FORMAT;
  readonly version: typeof SNAPSHOT_VERSION;
  /** The simulated time it was taken at, ISO 8601; for its reader only. */
  readonly takenAt: string;
  /** Milliseconds by which the simulated time is ahead of the machine's. */
  readonly clockOffset: number;
  /** The first environment. */
  readonly environmentId: string;
  /** The first environment's worker. */
  readonly clientId: string;
  readonly environments: readonly EnvironmentSnapshot[];
  readonly workers: readonly Worker[];
  readonly applications: readonly Application[];
  readonly mails: readonly MailSnapshot[];
};
