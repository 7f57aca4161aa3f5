import type { Send } from "../transport";

/** What all resources of one provider process share. */
export type Session = {
  /** Throws when the connection is not configured; makes no call. */
  readonly checkConnection: () => void;
  readonly send: Send;
  /** Values of this run by their fingerprint: they never leave the process but for PingOne. */
  readonly values: Map<string, string>;
  /** Users, as `<environmentId>/<userId>`, for whom this run has checked a UserPassword. */
  readonly livingUsers: Set<string>;
};
