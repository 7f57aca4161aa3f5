import * as pulumi from "@pulumi/pulumi";
import type { ConnectionSettings } from "../config";
import { PingOneConfigError, PingOneError } from "../errors";
import { operations, type PasswordPolicy } from "../operations";
import type { Send } from "../transport";
import { answer, type ProgramFunction } from "./answer";
import type { InputArgs } from "./input-args";
import { requireUuid } from "./require-args";

interface GetPasswordPolicyOptions {
  /** UUID of the PingOne environment. */
  environmentId: string;
  /** Default: the environment's `PINGONE_*`, else the stack's configuration. */
  connection?: ConnectionSettings | undefined;
}

interface PolicyOfUser {
  /** UUID of a user whose policy is asked for. */
  userId?: string | undefined;
  passwordPolicyId?: undefined;
}

interface PolicyById {
  /** UUID of the policy. */
  passwordPolicyId?: string | undefined;
  userId?: undefined;
}

/** Arguments of {@link getPasswordPolicy}: a policy by id, the one in force for a user, or, with neither, the environment's default. */
export type GetPasswordPolicyArgs = (PolicyById | PolicyOfUser) & GetPasswordPolicyOptions;

/** What {@link getPasswordPolicy} answers, in PingOne's field names; a rule that is absent is not enforced. */
export interface GetPasswordPolicyResult extends Omit<PasswordPolicy, "id"> {
  /** UUID of the environment. */
  readonly environmentId: string;
  /** UUID of the policy. */
  readonly passwordPolicyId: string;
}

/**
 * A password policy with all its rules. It asks PingOne whenever the program runs, at preview as well, and changes nothing. Fails
 * for a policy or user who does not exist, and under Pulumi's mocks.
 * https://developer.pingidentity.com/pingone-api/platform/password-policies/index.html
 */
export async function getPasswordPolicy(args: GetPasswordPolicyArgs): Promise<GetPasswordPolicyResult> {
  return answer(PASSWORD_POLICY, args);
}

/** {@link getPasswordPolicy} for arguments that are outputs of other resources; waits for them. */
export function getPasswordPolicyOutput(
  args: InputArgs<GetPasswordPolicyArgs>,
): pulumi.Output<GetPasswordPolicyResult> {
  return pulumi.output(args).apply((known) => getPasswordPolicy(known));
}

const PASSWORD_POLICY: ProgramFunction<GetPasswordPolicyArgs, GetPasswordPolicyResult> = {
  name: "getPasswordPolicy",
  own: ["passwordPolicyId"],
  check: (args) => {
    // A program in JavaScript may give both.
    const {
      passwordPolicyId,
      userId,
    }: { passwordPolicyId?: string | undefined; userId?: string | undefined } = args;
    if (passwordPolicyId !== undefined && userId !== undefined) {
      throw new PingOneConfigError("give passwordPolicyId or userId, not both.");
    }
    for (const [name, value] of Object.entries({ passwordPolicyId, userId })) {
      if (value !== undefined) {
        requireUuid(name, value);
      }
    }
  },
  ask: async (send, { environmentId, passwordPolicyId, userId }) => {
    const { id, ...policy } = await findPolicy(send, environmentId, passwordPolicyId, userId);
    return { environmentId, passwordPolicyId: id, ...policy };
  },
};

async function findPolicy(
  send: Send,
  environmentId: string,
  passwordPolicyId: string | undefined,
  userId: string | undefined,
): Promise<PasswordPolicy> {
  if (passwordPolicyId === undefined && userId === undefined) {
    const policies = await send(operations.listPasswordPolicies, { environmentId });
    const inForce = policies.find((policy) => policy.default === true);
    if (inForce === undefined) {
      throw new PingOneError(`environment ${environmentId} has no default policy. Name one by its id.`);
    }
    return inForce;
  }
  const policyId = passwordPolicyId ?? (await policyOf(send, environmentId, userId ?? ""));
  return send(operations.readPasswordPolicy, { environmentId, policyId });
}

async function policyOf(send: Send, environmentId: string, userId: string): Promise<string> {
  const { passwordPolicyId } = await send(operations.readPasswordState, { environmentId, userId });
  if (passwordPolicyId === undefined) {
    throw new PingOneError(`PingOne names no policy for user ${userId}. Name one by its id.`);
  }
  return passwordPolicyId;
}
