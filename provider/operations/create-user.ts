import type { Operation } from "../transport";
import { parseUser, type User } from "./user";
import { environmentPath } from "./user-ref";

/** A user who is to be. */
export type NewUser = {
  /** 1 to 128 characters; unique in its environment, in whatever case. */
  readonly username: string;
  /** Where PingOne sends mail, recovery codes included. */
  readonly email?: string | undefined;
  /** First and last name. */
  readonly name?: { readonly given?: string | undefined; readonly family?: string | undefined } | undefined;
  /** The population, by id. @default the environment's default population */
  readonly population?: { readonly id: string } | undefined;
  /** Whether the user may sign on. @default true */
  readonly enabled?: boolean | undefined;
  /** What a system outside PingOne knows the user by. */
  readonly externalId?: string | undefined;
  /** In clear text, held to the population's password policy, or encoded with one of PingOne's prefixes. */
  readonly password?: { readonly value: string; readonly forceChange?: boolean | undefined } | undefined;
};

/** What `createUser` is given. */
export type NewUserParams = { readonly environmentId: string } & NewUser;

/**
 * Creates a user, with a password if one is given. A username that is taken, also by a user whom the worker may not see, is refused
 * (UNIQUENESS_VIOLATION); a password that does not satisfy the policy creates nothing.
 *
 * Not repeatable: a second call finds the username taken.
 * https://developer.pingidentity.com/pingone-api/platform/users/users-1/create-user-import.html
 */
export const createUser: Operation<NewUserParams, User> = {
  name: "createUser",
  method: "POST",
  path: ({ environmentId }) => environmentPath(environmentId, "users"),
  mediaType: "application/vnd.pingidentity.user.import+json",
  body: ({ username, email, name, population, enabled, externalId, password }) => ({
    username,
    email,
    name,
    population,
    enabled,
    externalId,
    password,
  }),
  secrets: ({ password }) => (password === undefined ? [] : [password.value]),
  repeatable: false,
  once: true,
  parse: parseUser,
};
