import type { GrantType } from "../state/application";
import type { PasswordPolicyFields } from "../state/password-policy";
import type { UserName } from "../state/user";
import type { TokenEndpointAuthMethod, WorkerRole } from "../state/worker";

/** A password policy of a seed: the API's fields; the three booleans are false unless given. */
export type SeedPasswordPolicy = Omit<
  PasswordPolicyFields,
  "excludesProfileData" | "excludesCommonlyUsed" | "notSimilarToCurrent"
> & {
  readonly id?: string;
  /** @default false */
  readonly default?: boolean;
  readonly excludesProfileData?: boolean;
  readonly excludesCommonlyUsed?: boolean;
  readonly notSimilarToCurrent?: boolean;
};

/** A population of a seed. */
export type SeedPopulation = {
  readonly id?: string;
  /** Unique in its environment. */
  readonly name: string;
  /** New users go to the default one. @default false */
  readonly default?: boolean;
  /** Name or id of its password policy; default: the environment's default policy. */
  readonly passwordPolicy?: string;
};

/** A user of a seed. */
export type SeedUser = {
  readonly id?: string;
  readonly username: string;
  readonly email?: string;
  readonly name?: UserName;
  /** Whose user it is in another system; need not be unique. */
  readonly externalId?: string;
  /** Name or id of the population; default: the default one. */
  readonly population?: string;
  /** @default true */
  readonly enabled?: boolean;
  /** Clear text or pre-encoded; held to no policy. Default: no password. */
  readonly password?: string;
  /** Whether the password must be changed at the next sign-on. @default false */
  readonly forceChange?: boolean;
  /** Whether wrong checks have locked the password out already. @default false */
  readonly locked?: boolean;
  /** Whether an administrator has locked the account. @default false */
  readonly accountLocked?: boolean;
  /** Failed second factors so far, or the lock they have led to. @default none */
  readonly mfa?: { readonly failures?: number; readonly locked?: boolean };
  /** Whether an external gateway keeps the password. @default false */
  readonly external?: boolean;
  /** Whether a sign-on asks for a second factor, and so stops at OTP_REQUIRED. @default false */
  readonly mfaEnabled?: boolean;
};

/** A worker application. */
export type SeedWorker = {
  readonly clientId?: string;
  /** @default "Worker" */
  readonly name?: string;
  /** Default: made at random at every start. */
  readonly clientSecret?: string;
  /** Default: both methods are accepted. */
  readonly tokenEndpointAuthMethod?: TokenEndpointAuthMethod;
  /** Default: Identity Data Admin for every environment. */
  readonly roles?: readonly WorkerRole[];
};

/** A web application that users sign on to. */
export type SeedApplication = {
  readonly clientId?: string;
  /** Unique in its environment. */
  readonly name: string;
  /** Default: made at random at every start; none with `NONE`. */
  readonly clientSecret?: string;
  /** @default none: such an application takes `response_mode=pi.flow` only */
  readonly redirectUris?: readonly string[];
  /** @default AUTHORIZATION_CODE */
  readonly grantTypes?: readonly GrantType[];
  /** Default: both methods with the secret; `NONE` for a public application with PKCE. */
  readonly tokenEndpointAuthMethod?: TokenEndpointAuthMethod | "NONE";
};

/** What a simulator starts with, and goes back to at `reset()`. */
export type Seed = {
  readonly environment?: { readonly id?: string; readonly name?: string };
  readonly worker?: SeedWorker;
  /** Beside "Default"; one of that name takes its place. */
  readonly applications?: readonly SeedApplication[];
  /** Beside Standard, Passphrase and Basic; one of the same name takes its place. */
  readonly passwordPolicies?: readonly SeedPasswordPolicy[];
  /** A population "Default" is added when none of them is the default. */
  readonly populations?: readonly SeedPopulation[];
  readonly users?: readonly SeedUser[];
};
