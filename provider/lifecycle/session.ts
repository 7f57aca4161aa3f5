import type { Send } from "../transport";
import type { LivingUsers } from "./living-users";
import type { RunReads } from "./run-reads";

/** What all resources of one provider process share. */
export type Session = {
  /** Throws when the connection is not configured; makes no call. */
  readonly checkConnection: () => void;
  readonly send: Send;
  /**
   * Whether nothing is going to be carried out: what it would lead to is worth a look at PingOne then. An update finds out by doing it,
   * and the engine checks one resource after the other.
   */
  readonly isPreview: () => boolean;
  /** Values of this run by their fingerprint: they never leave the process but for PingOne. */
  readonly values: Map<string, string>;
  /** Why values of this run must not be written, by their fingerprint: they are in force already. */
  readonly unfit: Map<string, string>;
  readonly livingUsers: LivingUsers;
  /** What a check may ask of the tenant. */
  readonly reads: RunReads;
};
