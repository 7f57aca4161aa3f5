import { type PingOneApiError, PingOneError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import type { Send } from "../transport";

/**
 * Failed checks that are left before a lockout; 0 when that cannot be known. PingOne warns once a check has failed: without a
 * warning the policy's full number is taken.
 */
export async function attemptsLeft(send: Send, user: UserRef, state: PasswordState): Promise<number> {
  if (state.failuresRemaining !== undefined) {
    return state.failuresRemaining;
  }
  const policy = state.passwordPolicy ?? (await readPolicy(send, user, state.passwordPolicyId));
  return policy === undefined ? 0 : (policy.lockout?.failureCount ?? Infinity);
}

/** What a miss tells about how many are left. */
export function failuresRemainingIn({ details }: PingOneApiError): number | undefined {
  const left = details.map(({ innerError }) => innerError?.["failuresRemaining"]);
  return left.find((value): value is number => typeof value === "number");
}

async function readPolicy(send: Send, { environmentId }: UserRef, policyId: string | undefined) {
  try {
    return policyId === undefined
      ? undefined
      : await send(operations.readPasswordPolicy, { environmentId, policyId });
  } catch (error) {
    if (error instanceof PingOneError) {
      return undefined;
    }
    throw error;
  }
}
