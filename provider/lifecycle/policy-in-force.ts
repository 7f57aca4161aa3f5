import type { PasswordPolicy, UserRef } from "../operations";
import type { RunReads } from "./run-reads";
import { isUnknown } from "./unknown";
import { unlessGone } from "./unless-gone";

/** A policy, and in words why it is the one where it is not the user's own. */
export type PolicyInForce = {
  readonly policy: PasswordPolicy;
  readonly note: string;
  /** Where PingOne does not know the user: that the policy is met says nothing then. */
  readonly isUserMissing?: boolean;
};

/** The policy of the user's population, or the environment's default where the user is not known; undefined where there is none. */
export async function policyInForce(reads: RunReads, user: UserRef): Promise<PolicyInForce | undefined> {
  const { environmentId } = user;
  if (isUnknown(environmentId)) {
    return undefined;
  }
  if (isUnknown(user.userId)) {
    return defaultOf(reads, environmentId, "the user is not known yet");
  }
  const state = await unlessGone(reads.state(user));
  if (state === undefined) {
    const found = await defaultOf(reads, environmentId, "PingOne does not know the user");
    return found && { ...found, isUserMissing: true };
  }
  const { passwordPolicy, passwordPolicyId } = state;
  const policy =
    passwordPolicy ??
    (passwordPolicyId === undefined ? undefined : await reads.policy(environmentId, passwordPolicyId));
  return policy === undefined
    ? defaultOf(reads, environmentId, "PingOne names none for the user")
    : { policy, note: "" };
}

/** How messages name it. */
export function describePolicy({ policy, note }: PolicyInForce): string {
  return `the policy "${policy.name ?? policy.id}"${note}`;
}

async function defaultOf(
  reads: RunReads,
  environmentId: string,
  why: string,
): Promise<PolicyInForce | undefined> {
  const policy = await reads.defaultPolicy(environmentId);
  return policy === undefined ? undefined : { policy, note: `, the environment's default (${why})` };
}
