import * as pulumi from "@pulumi/pulumi";
import type { ConnectionSettings } from "../config";
import { operations, type PasswordState } from "../operations";
import { answer, type ProgramFunction } from "./answer";
import type { InputArgs } from "./input-args";
import { requireUuid } from "./require-args";

/** Arguments of {@link getUserPassword}. */
export interface GetUserPasswordArgs {
  /** UUID of the PingOne environment the user is in. */
  environmentId: string;
  /** UUID of the user. */
  userId: string;
  /** Default: the environment's `PINGONE_*`, else the stack's configuration. */
  connection?: ConnectionSettings | undefined;
}

/** What {@link getUserPassword} answers. PingOne never tells the password itself. */
export interface GetUserPasswordResult extends Omit<PasswordState, "passwordPolicy" | "readAt"> {
  /** UUID of the environment. */
  readonly environmentId: string;
  /** UUID of the user. */
  readonly userId: string;
}

/**
 * The state of a user's password: its status, when it was last changed, the policy in force. It asks PingOne whenever the program
 * runs, at preview as well, and changes nothing. Fails for a user who does not exist, and under Pulumi's mocks.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/read-password-state.html
 */
export async function getUserPassword(args: GetUserPasswordArgs): Promise<GetUserPasswordResult> {
  return answer(USER_PASSWORD, args);
}

/** {@link getUserPassword} for arguments that are outputs of other resources; waits for them. */
export function getUserPasswordOutput(
  args: InputArgs<GetUserPasswordArgs>,
): pulumi.Output<GetUserPasswordResult> {
  return pulumi.output(args).apply((known) => getUserPassword(known));
}

const USER_PASSWORD: ProgramFunction<GetUserPasswordArgs, GetUserPasswordResult> = {
  name: "getUserPassword",
  own: [],
  check: ({ userId }) => {
    requireUuid("userId", userId);
  },
  ask: async (send, { environmentId, userId }) => {
    // When it was read would make another answer of each run, and show as a change of whatever is made of it.
    const { passwordPolicy, readAt, ...state } = await send(operations.readPasswordState, {
      environmentId,
      userId,
    });
    return { environmentId, userId, ...state };
  },
};
