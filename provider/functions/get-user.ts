import * as pulumi from "@pulumi/pulumi";
import type { ConnectionSettings } from "../config";
import { PingOneConfigError, PingOneError } from "../errors";
import { findUser, operations, type User } from "../operations";
import { quoted } from "../quoted";
import type { Send } from "../transport";
import { answer, type ProgramFunction } from "./answer";
import type { InputArgs } from "./input-args";
import { requireUuid } from "./require-args";

interface GetUserOptions {
  /** UUID of the PingOne environment the user is in. */
  environmentId: string;
  /** Default: the environment's `PINGONE_*`, else the stack's configuration. */
  connection?: ConnectionSettings | undefined;
}

interface UserById {
  /** UUID of the user. */
  userId: string;
  username?: undefined;
}

interface UserByName {
  /** What the user signs on with. */
  username: string;
  userId?: undefined;
}

/** Arguments of {@link getUser}: exactly one of `userId` and `username` says which user. */
export type GetUserArgs = (UserById | UserByName) & GetUserOptions;

/** What {@link getUser} answers. */
export interface GetUserResult extends Omit<User, "id"> {
  /** UUID of the environment. */
  readonly environmentId: string;
  /** UUID of the user. */
  readonly userId: string;
}

/**
 * A user, by id or by username: whether the user is enabled, may authenticate, is locked. It asks PingOne whenever the program
 * runs, at preview as well, and changes nothing. Fails for a user who does not exist, and under Pulumi's mocks.
 * https://developer.pingidentity.com/pingone-api/platform/users.html
 */
export async function getUser(args: GetUserArgs): Promise<GetUserResult> {
  return answer(USER, args);
}

/** {@link getUser} for arguments that are outputs of other resources; waits for them. */
export function getUserOutput(args: InputArgs<GetUserArgs>): pulumi.Output<GetUserResult> {
  return pulumi.output(args).apply((known) => getUser(known));
}

const USER: ProgramFunction<GetUserArgs, GetUserResult> = {
  name: "getUser",
  own: ["username"],
  check: ({ userId, username }) => {
    if ((userId === undefined) === (username === undefined) || username === "") {
      throw new PingOneConfigError("give exactly one of userId and username.");
    }
    if (userId !== undefined) {
      requireUuid("userId", userId);
    }
  },
  ask: async (send, { environmentId, userId, username }) => {
    const { id, ...user } =
      userId === undefined
        ? await requireUser(send, environmentId, username)
        : await send(operations.readUser, { environmentId, userId });
    return { environmentId, userId: id, ...user };
  },
};

async function requireUser(send: Send, environmentId: string, username: string): Promise<User> {
  const user = await findUser(send, environmentId, username);
  if (user === undefined) {
    throw new PingOneError(
      `environment ${environmentId} has no user ${quoted(username)}. Check the username and environmentId.`,
    );
  }
  return user;
}
