import type { Application } from "./application";
import { Mailbox } from "../mail/mailbox";
import type { Environment } from "./environment";
import type { AuthorizationCode, Flow } from "./flow";
import type { Worker } from "./worker";

/** A token this simulator issued. */
export type IssuedToken = {
  readonly clientId: string;
  readonly expiresAt: number;
  /** Whose token it is; undefined for a worker's own. */
  readonly subject: TokenSubject | undefined;
};

/** The user an application acts for, and the scopes it was given for that. */
export type TokenSubject = {
  readonly environmentId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
};

/** Everything the simulator remembers, in memory; what of it outlasts a restart is in a snapshot. */
export class State {
  readonly environments = new Map<string, Environment>();
  readonly workers = new Map<string, Worker>();
  readonly applications = new Map<string, Application>();
  readonly tokens = new Map<string, IssuedToken>();
  readonly mailbox = new Mailbox();
  /** The environment of each session cookie handed out. */
  readonly sessions = new Map<string, string>();
  readonly flows = new Map<string, Flow>();
  readonly authorizationCodes = new Map<string, AuthorizationCode>();

  clear(): void {
    this.environments.clear();
    this.workers.clear();
    this.applications.clear();
    this.tokens.clear();
    this.mailbox.clear();
    this.sessions.clear();
    this.flows.clear();
    this.authorizationCodes.clear();
  }
}
