import { RequestFailedError } from "../errors";
import type { PasswordPolicyFields } from "../state/password-policy";
import type { PasswordRecord } from "./password-record";
import { readStatus } from "./password-status";

const DAY = 24 * 60 * 60 * 1000;

/** What the age of a password is read from. */
export type AgeSubject = {
  readonly record: PasswordRecord;
  readonly policy: PasswordPolicyFields;
  readonly now: number;
};

/**
 * `minAgeDays`: users keep a password that long, unless its status asks for another one.
 * It binds the user's own change, neither an administrator's nor a recovery.
 * @throws RequestFailedError while the password is too young
 */
export function refuseYoung({ record, policy, now }: AgeSubject): void {
  const { minAgeDays } = policy;
  if (minAgeDays === undefined || record.changedAt === undefined) return;
  if (readStatus(record, policy, now) !== "OK" || now - record.changedAt >= minAgeDays * DAY) return;
  throw new RequestFailedError({
    code: "PASSWORD_TOO_YOUNG",
    target: "password",
    message:
      "The password of the user was changed too recently.  " +
      `The minimum number of days between two changes is ${minAgeDays}`,
  });
}
