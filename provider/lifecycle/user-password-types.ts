import type { DeliverTo } from "../delivery";
import type { PasswordStatus } from "../operations";
import type { Recipe } from "../policy";
import type { PolicyCheck } from "./predict-policy";

/** Where a password is read from by the provider, so that it never passes through the program or its configuration. */
export type ValueFrom = { readonly env: string } | { readonly file: string };

/** What happens to the password when the resource is deleted. */
export const deletionPolicies = ["keep", "unset", "forceChange"] as const;

/** One of {@link deletionPolicies}. */
export type DeletionPolicy = (typeof deletionPolicies)[number];

/** What the deletion of a UserPassword does to the password; with `!` also when somebody else has changed it. */
export type Undo = `${Exclude<DeletionPolicy, "keep">}${"" | "!"}`;

/** What a change outside leads to. */
export const externalChanges = ["warn", "reset", "ignore"] as const;

/** One of {@link externalChanges}. */
export type OnExternalChange = (typeof externalChanges)[number];

/** Inputs of a UserPassword once checked: the value itself is gone. */
export type UserPasswordInputs = {
  readonly environmentId: string;
  readonly userId: string;
  readonly fingerprint: string;
  readonly valueFrom?: ValueFrom | undefined;
  readonly generate?: Recipe | undefined;
  readonly valueVersion?: string | number | undefined;
  readonly deliverTo?: DeliverTo | undefined;
  readonly exposeValue?: boolean | undefined;
  readonly adopt?: boolean | undefined;
  readonly policyCheck?: PolicyCheck | undefined;
  readonly onExternalChange?: OnExternalChange | undefined;
  readonly forceChange?: boolean | undefined;
  readonly bypassPolicy?: boolean | undefined;
  readonly deletionPolicy?: DeletionPolicy | undefined;
  readonly deletionPolicyForce?: boolean | undefined;
};

/**
 * What the state keeps of a UserPassword: only what a later step needs, because the engine rewrites every byte at every step.
 * Which user it is stands in the resource's id.
 */
export type UserPasswordState = Pick<
  UserPasswordInputs,
  "fingerprint" | "forceChange" | "onExternalChange"
> & {
  /** What a deletion does, as a deletion is given nothing else than this state; undefined for nothing. */
  readonly undo?: Undo | undefined;
  /** Undefined when PingOne took the password but its state could not be read. */
  readonly status?: PasswordStatus | undefined;
  readonly lastChangedAt?: string | undefined;
  readonly passwordPolicyId?: string | undefined;
  /** `lastChangedAt` right after our own last write. */
  readonly appliedAt?: string | undefined;
  readonly externallyChanged: boolean;
  /** Of a password that was taken over: whether the value given was found to be it. */
  readonly verified?: boolean | undefined;
  /** A generated password, where the program wants it exposed. */
  readonly value?: string | undefined;
};
