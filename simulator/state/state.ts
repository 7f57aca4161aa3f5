import type { Environment } from "./environment";
import type { Worker } from "./worker";

/** A token this simulator issued. */
export type IssuedToken = { readonly clientId: string; readonly expiresAt: number };

/** Everything the simulator remembers; held in memory only. */
export class State {
  readonly environments = new Map<string, Environment>();
  readonly workers = new Map<string, Worker>();
  readonly tokens = new Map<string, IssuedToken>();

  clear(): void {
    this.environments.clear();
    this.workers.clear();
    this.tokens.clear();
  }
}
