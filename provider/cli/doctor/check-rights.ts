import { PingOneApiError, PingOneAuthError, PingOneError } from "../../errors";
import { operations, type PasswordPolicy, type Population, type User, type UserPage } from "../../operations";
import type { Send } from "../../transport";
import { failed, type Finding, ok, skipped, warning } from "./finding";

/** Pages of users that are read at most; PingOne decides how many are on one, 1000 at the most. */
const MOST_PAGES = 10;

/** What the worker application may read, and what it read on the way. */
export type FoundRights = {
  readonly findings: readonly Finding[];
  readonly users: readonly User[];
  /** False when there are more users than were read. */
  readonly hasAllUsers: boolean;
  readonly policies?: readonly PasswordPolicy[];
  readonly populations?: readonly Population[];
  /** What became of the first call, where it was refused. Nothing else is asked when it was for the token. */
  readonly error?: PingOneError;
};

/** Tries each kind of read that the provider makes, once each; a write is never tried. */
export async function checkRights(
  send: Send,
  environmentId: string,
  hasToken: () => boolean,
): Promise<FoundRights> {
  const pages = await attempt("list users", environmentId, () => readUsers(send, environmentId));
  if (pages.error !== undefined && (pages.error instanceof PingOneAuthError || !hasToken())) {
    return { findings: [], users: [], hasAllUsers: false, error: pages.error };
  }
  const users = pages.value?.users ?? [];
  const [first] = users;
  const ref = first === undefined ? undefined : { environmentId, userId: first.id };
  const user =
    ref === undefined
      ? nobody("read a user")
      : await attempt("read a user", environmentId, () => send(operations.readUser, ref));
  const state =
    ref === undefined
      ? nobody("read password state")
      : await attempt("read password state", environmentId, () => send(operations.readPasswordState, ref));
  const policies = await attempt("list password policies", environmentId, () =>
    send(operations.listPasswordPolicies, { environmentId }),
  );
  const populations = await attempt("list populations", environmentId, () =>
    send(operations.listPopulations, { environmentId }),
  );
  return {
    findings: [pages, user, state, policies, populations].map(({ finding }) => finding).concat(WRITES),
    users,
    hasAllUsers: pages.value?.isWhole ?? false,
    ...(pages.error === undefined ? {} : { error: pages.error }),
    ...(policies.value === undefined ? {} : { policies: policies.value }),
    ...(populations.value === undefined ? {} : { populations: populations.value.populations }),
  };
}

const WRITES = skipped(
  "writes",
  "are not tried, so whether the worker may set, force or unlock passwords shows at `pulumi up`.",
);

type Attempt<T> = { readonly finding: Finding; readonly value?: T; readonly error?: PingOneError };

function nobody(check: string): Attempt<never> {
  return { finding: skipped(check, "not tried: no user is known.") };
}

async function attempt<T>(check: string, environmentId: string, read: () => Promise<T>): Promise<Attempt<T>> {
  try {
    return { finding: ok(check, "allowed."), value: await read() };
  } catch (error) {
    if (error instanceof PingOneError) {
      return { finding: explain(check, environmentId, error), error };
    }
    throw error;
  }
}

function explain(check: string, environmentId: string, error: PingOneError): Finding {
  const status = error instanceof PingOneApiError ? error.status : undefined;
  const code = error instanceof PingOneApiError ? error.code : "";
  switch (status) {
    case 403:
      return failed(
        check,
        `refused (403 ${code}).`,
        `Give the worker application the role Identity Data Admin for the environment ${environmentId} (PingOne console: Applications > your worker > Roles), or correct the id: a wrong one may answer the same. Another environment is looked at with --environment.`,
      );
    case 404:
      return failed(
        check,
        `not found (404 ${code}).`,
        `PingOne shows no environment ${environmentId} in this region: correct the id (PINGONE_ENVIRONMENT_ID, pingone:environmentId or --environment) or the region.`,
      );
    case 429:
      return warning(check, `refused for the rate (429 ${code}).`, "Run this again later.");
    default:
      return failed(check, error.message);
  }
}

async function readUsers(
  send: Send,
  environmentId: string,
): Promise<{ readonly users: readonly User[]; readonly isWhole: boolean }> {
  const users: User[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    const page: UserPage = await send(operations.listUsers, { environmentId, limit: 1000, cursor });
    users.push(...page.users);
    cursor = page.next;
    if (cursor === undefined) {
      return { users, isWhole: true };
    }
  }
  return { users, isWhole: false };
}
