import type { Report } from "../lifecycle";
import { namesOf, users } from "./describe-plan";
import { type Mark, NO_MARK } from "./password-marks";

/**
 * Warns of rows that lose their password: PingOne keeps the old one, and no later run says so.
 * @param marks of the rows, by username
 * @param oldMarks of the rows before, by username in lower case
 */
export function warnOfKeptPasswords(
  marks: ReadonlyMap<string, Mark | undefined>,
  oldMarks: ReadonlyMap<string, Mark>,
  report: Pick<Report, "warn">,
): void {
  const kept = [...marks].flatMap(([username, mark]) => {
    const old = oldMarks.get(username.toLowerCase()) ?? NO_MARK;
    return mark === NO_MARK && old !== NO_MARK ? [{ username }] : [];
  });
  if (kept.length > 0) {
    const isOne = kept.length === 1;
    const what = isOne ? "The password of" : "The passwords of";
    const then = isOne
      ? "is no longer declared: the old one stays"
      : "are no longer declared: the old ones stay";
    report.warn(
      `${what} ${users(kept.length)} (${namesOf(kept, 10)}) ${then} in force. To set another, give value, valueFrom or generate; to take it away, call setPasswordValue without a value in a script (pulumi-pingone-password/client).`,
    );
  }
}
