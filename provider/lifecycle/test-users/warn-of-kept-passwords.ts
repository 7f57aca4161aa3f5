import { PingOneError } from "../../errors";
import type { Report } from "../lifecycle";
import type { Session } from "../session";
import { userKey } from "../user-id";
import { namesOf, users } from "./describe-plan";
import { type Mark, NO_MARK } from "./password-marks";

type Member = { readonly username: string };

/**
 * Warns of rows that lose their password: PingOne keeps the old one, and no later run says so. Of a password that a UserPassword was seen to
 * declare nothing is said; one may also be checked later, or not know its user yet.
 * @param marks of the rows, by username
 * @param oldMarks of the rows before, by username in lower case
 */
export async function warnOfKeptPasswords(
  session: Session,
  environmentId: string,
  owner: string,
  marks: ReadonlyMap<string, Mark | undefined>,
  oldMarks: ReadonlyMap<string, Mark>,
  report: Pick<Report, "warn">,
): Promise<void> {
  const lost = [...marks].flatMap(([username, mark]) => {
    const old = oldMarks.get(username.toLowerCase()) ?? NO_MARK;
    return mark === NO_MARK && old !== NO_MARK ? [{ username }] : [];
  });
  const kept = lost.length === 0 ? lost : await undeclared(session, environmentId, owner, lost);
  if (kept.length > 0) {
    const isOne = kept.length === 1;
    const what = isOne ? "The password of" : "The passwords of";
    const then = isOne
      ? "is no longer declared by the row: unless a UserPassword declares it, the old one stays"
      : "are no longer declared by their rows: unless a UserPassword declares them, the old ones stay";
    report.warn(
      `${what} ${users(kept.length)} (${namesOf(kept, 10)}) ${then} in force. To set another, give value, valueFrom or generate; to take it away if nothing declares it, call setPasswordValue without a value in a script (pulumi-pingone-password/client).`,
    );
  }
}

/** Those for whom this run has seen no UserPassword so far. */
async function undeclared(
  { livingUsers, reads }: Session,
  environmentId: string,
  owner: string,
  lost: readonly Member[],
): Promise<readonly Member[]> {
  const own = await reads.ownUsers(environmentId, owner).catch((error: unknown) => {
    if (error instanceof PingOneError) {
      return undefined;
    }
    throw error;
  });
  return lost.filter(({ username }) => {
    const userId = own?.get(username.toLowerCase())?.id;
    return userId === undefined || !livingUsers.has(userKey({ environmentId, userId }));
  });
}
