import type { PasswordStatus } from "../operations";

/** Where a password is read from by the provider, so that it never passes through the program or its configuration. */
export type ValueFrom = { readonly env: string } | { readonly file: string };

/** What happens to the password when the resource is deleted. */
export const deletionPolicies = ["keep", "unset", "forceChange"] as const;

/** One of {@link deletionPolicies}. */
export type DeletionPolicy = (typeof deletionPolicies)[number];

/** Inputs of a UserPassword once checked: the value itself is gone. */
export type UserPasswordInputs = {
  readonly environmentId: string;
  readonly userId: string;
  readonly fingerprint: string;
  readonly valueFrom?: ValueFrom;
  readonly forceChange?: boolean;
  readonly bypassPolicy?: boolean;
  readonly deletionPolicy?: DeletionPolicy;
  readonly deletionPolicyForce?: boolean;
};

/** What the state keeps of a UserPassword: only what a later step needs, because every byte is rewritten at every step. */
export type UserPasswordState = Pick<
  UserPasswordInputs,
  "environmentId" | "userId" | "fingerprint" | "forceChange" | "deletionPolicy" | "deletionPolicyForce"
> & {
  /** Undefined when PingOne took the password but its state could not be read. */
  readonly status?: PasswordStatus;
  readonly lastChangedAt?: string;
  readonly passwordPolicyId?: string;
  /** `lastChangedAt` right after our own last write. */
  readonly appliedAt?: string;
  readonly externallyChanged: boolean;
};
