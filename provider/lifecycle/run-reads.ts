import { PingOneAuthError, PingOneNetworkError } from "../errors";
import {
  allPages,
  operations,
  type PasswordPolicy,
  type PasswordState,
  type Population,
  type User,
  type UserRef,
} from "../operations";
import type { Send } from "../transport";
import { ownUsers } from "./test-users/own-users";
import { userKey } from "./user-id";

/** What a run reads of a tenant before it changes anything, each once for all resources. */
export type RunReads = {
  /** The state of a user's password as this run found it. */
  state(user: UserRef): Promise<PasswordState>;
  policy(environmentId: string, policyId: string): Promise<PasswordPolicy>;
  populations(environmentId: string): Promise<readonly Population[]>;
  /** Ids of users who are disabled, as far as one page goes. */
  disabledUsers(environmentId: string): Promise<ReadonlySet<string>>;
  /** Users who carry a mark, by their usernames in lower case. */
  ownUsers(environmentId: string, owner: string): Promise<ReadonlyMap<string, User>>;
  /** The environment's default policy; undefined when it names none. */
  defaultPolicy(environmentId: string): Promise<PasswordPolicy | undefined>;
};

/** Keeps each answer, a refusal as well. A tenant that cannot be reached, or does not know us, is not asked for every resource anew. */
export function createRunReads(send: Send): RunReads {
  const states = new Map<string, Promise<PasswordState>>();
  const policies = new Map<string, Promise<PasswordPolicy>>();
  const defaults = new Map<string, Promise<PasswordPolicy | undefined>>();
  const populations = new Map<string, Promise<readonly Population[]>>();
  const own = new Map<string, Promise<ReadonlyMap<string, User>>>();
  const disabled = new Map<string, Promise<ReadonlySet<string>>>();
  let hopeless: PingOneNetworkError | PingOneAuthError | undefined;

  function once<T>(kept: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
    const known = kept.get(key) ?? (hopeless === undefined ? noting(read) : Promise.reject(hopeless));
    kept.set(key, known);
    return known;
  }

  async function noting<T>(read: () => Promise<T>): Promise<T> {
    try {
      return await read();
    } catch (error) {
      if (isHopeless(error)) {
        hopeless = error;
      }
      throw error;
    }
  }

  return {
    state: ({ environmentId, userId }) =>
      once(states, userKey({ environmentId, userId }), () =>
        send(operations.readPasswordState, { environmentId, userId }),
      ),
    policy: (environmentId, policyId) =>
      once(policies, `${environmentId}/${policyId}`, () =>
        send(operations.readPasswordPolicy, { environmentId, policyId }),
      ),
    populations: (environmentId) =>
      once(populations, environmentId, () => allPopulations(send, environmentId)),
    disabledUsers: (environmentId) =>
      once(disabled, environmentId, async () => {
        const { users } = await send(operations.listUsers, { environmentId, enabled: false, limit: 1000 });
        return new Set(users.map(({ id }) => id));
      }),
    ownUsers: (environmentId, owner) =>
      once(own, `${environmentId}/${owner}`, () => ownUsers(send, environmentId, owner)),
    defaultPolicy: (environmentId) =>
      once(defaults, environmentId, async () => {
        const found = await send(operations.listPasswordPolicies, { environmentId });
        return found.find((policy) => policy.default === true);
      }),
  };
}

async function allPopulations(send: Send, environmentId: string): Promise<readonly Population[]> {
  const pages = await allPages((cursor) => send(operations.listPopulations, { environmentId, cursor }));
  return pages.flatMap(({ populations }) => populations);
}

/** Nobody there, or nobody who knows us: what one connection, or one environment, came to says nothing of the others. */
function isHopeless(error: unknown): error is PingOneNetworkError | PingOneAuthError {
  if (error instanceof PingOneNetworkError) {
    const { code = "" } = (error.cause ?? {}) as NodeJS.ErrnoException;
    return ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"].includes(code);
  }
  return error instanceof PingOneAuthError && error.code !== "ACCESS_FAILED";
}
