import type { FaultRule } from "./faults/fault-rule";
import type { FaultControl } from "./faults/faults";
import type { Fault, FaultTarget } from "./faults/next-faults";
import type { Ledger } from "./ledger";
import type { Mailbox } from "./mail/mailbox";
import type { PasswordPolicyChanges } from "./seed/add-seed-password-policy";
import type {
  Seed,
  SeedApplication,
  SeedPasswordPolicy,
  SeedPopulation,
  SeedUser,
  SeedWorker,
} from "./seed/seed";
import type { StateCounts } from "./overview/count-state";
import type { Snapshot } from "./snapshot/snapshot";
import type { SimulatedUser } from "./views/simulated-user-view";

export type SimulatorOptions = {
  /** @default 0, any free one */
  readonly port?: number;
  /** What it starts with. Default: one environment and one worker, no users. */
  readonly seed?: Seed;
  /** The simulated time at the start; it runs on from there. Default: the machine's. */
  readonly now?: Date;
  /** API requests a second, beyond which the answer is 429; tokens and sign-ons are free. Default: no limit. */
  readonly rateLimit?: number;
  /** Milliseconds in real time every answer takes beside the work. @default 0 */
  readonly latency?: number;
  /** What goes wrong from the start on. Default: nothing. */
  readonly faults?: readonly FaultRule[];
  /**
   * A file that everything is kept in across restarts, written soon after each change and at `close()`. One that exists is gone on from:
   * `seed` and `now` count only at a reset then. Default: nothing is kept.
   */
  readonly state?: string;
};

/** What a client needs to get tokens. */
export type WorkerCredentials = { readonly clientId: string; readonly clientSecret: string };

/** What a client needs to sign users on and to exchange codes; a public application has no secret. */
export type ApplicationCredentials = { readonly clientId: string; readonly clientSecret?: string };

/** Another tenant. */
export type NewEnvironment = Pick<Seed, "applications" | "passwordPolicies" | "populations" | "users"> & {
  readonly id?: string;
  readonly name?: string;
};

/** Another worker application. */
export type NewWorker = SeedWorker & {
  /** The environment whose token endpoint it uses. Default: the first one. */
  readonly environmentId?: string;
};

/** A running local PingOne. Calls that take an `environmentId` mean the first environment when it is left out. */
export type Simulator = {
  /** `http://127.0.0.1:<port>`: the API under `/v1`, and the token endpoints. */
  readonly url: string;
  readonly environmentId: string;
  /** The worker of the first environment, with rights everywhere unless the seed says otherwise. */
  readonly worker: WorkerCredentials;
  /** The web application "Default" of the first environment, which users sign on to. */
  readonly application: ApplicationCredentials;
  /** `PINGONE_API_URL`, `PINGONE_AUTH_URL`, `PINGONE_CLIENT_ID`, `PINGONE_CLIENT_SECRET`, `PINGONE_ENVIRONMENT_ID`. */
  readonly env: Readonly<Record<string, string>>;
  /** Whether it goes on from the state file instead of beginning with the seed. */
  readonly resumed: boolean;

  /** Adds a user, whose password is held to no policy, and answers the id. @throws SeedError */
  createUser(user: SeedUser, environmentId?: string): string;
  /** The user with this id in whatever environment; undefined when there is none. */
  readUser(userId: string): SimulatedUser | undefined;
  /** Says whether this is the user's password, counting no failure. @throws Error for an unknown user */
  verifyPassword(userId: string, value: string): boolean;
  /** Adds a population and answers its id. @throws SeedError */
  createPopulation(population: SeedPopulation, environmentId?: string): string;
  /** Adds a password policy and answers its id. @throws SeedError */
  createPasswordPolicy(policy: SeedPasswordPolicy, environmentId?: string): string;
  /** Changes the rules given and keeps the others; `null` ends a rule. @throws SeedError, or Error for an unknown policy */
  updatePasswordPolicy(policyId: string, changes: PasswordPolicyChanges, environmentId?: string): void;
  /** Adds another tenant and answers its id. @throws SeedError */
  createEnvironment(environment?: NewEnvironment): string;
  /** Adds another worker; `roles: []` gives it no rights. @throws SeedError */
  createWorker(worker?: NewWorker): WorkerCredentials;

  /** Adds a web application. @throws SeedError */
  createApplication(application: SeedApplication, environmentId?: string): ApplicationCredentials;
  /** The web application "Default" of an environment. */
  readApplication(environmentId?: string): ApplicationCredentials;

  /** Moves the clock: locks and tokens run out, passwords expire. */
  advance(milliseconds: number): void;
  /** The simulated time. */
  now(): Date;
  /** The requests since the start, or since `ledger.clear()`. */
  readonly ledger: Ledger;
  /** The mails sent since the start, or since `mail.clear()`, with the codes in clear. */
  readonly mail: Pick<Mailbox, "list" | "clear">;
  /** Makes the next request of an operation fail, or the next `times`. @param times @default 1 */
  failNext(target: FaultTarget, fault: Fault, times?: number): void;
  /** Makes requests fail by rules: by operation, count, probability and seed. */
  readonly faults: FaultControl;
  /** Limits API requests from now on; undefined ends it. @param perSecond above 0 @throws RangeError */
  setRateLimit(perSecond: number | undefined): void;
  /** Slows every answer down from now on. @param milliseconds in real time, 0 ends it @throws RangeError */
  setLatency(milliseconds: number): void;
  /** Makes every token issued so far invalid. */
  expireTokens(): void;
  /** How many of everything there are, in all environments. */
  counts(): StateCounts;
  /** Everything as it is now, as plain JSON: passwords encoded, client secrets and mailed codes in clear. */
  snapshot(): Snapshot;
  /**
   * Goes to what a snapshot holds, the clock, ids and secrets included; tokens and sign-ons under way end. Ledger, faults, rate limit and
   * latency stay. @throws SnapshotError for anything else than a snapshot, and nothing is changed
   */
  restore(snapshot: Snapshot): void;
  /** Goes back to the seed and the options: state, clock, ledger, mails, tokens, faults, rate limit and latency; port, ids and secret stay. */
  reset(): void;
  /** Stops listening, drops open connections and writes the state file. @throws StateFileError when that cannot be written */
  close(): Promise<void>;
};
