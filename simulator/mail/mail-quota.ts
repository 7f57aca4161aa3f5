import { RequestLimitedError } from "../errors";

/** How many mails a user got on a day of UTC; mutable, it belongs to the user. */
export type MailCount = { day: number; sent: number };

const DAY = 24 * 60 * 60 * 1000;

/** The most mails a user gets a day. */
const QUOTA = 50;

/** Counts a mail. @throws RequestLimitedError when the user has had all of the day's */
export function countMail(count: MailCount, now: number): void {
  const day = Math.floor(now / DAY);
  const sent = count.day === day ? count.sent : 0;
  if (sent >= QUOTA) throw quotaExceeded((day + 1) * DAY, now);
  count.day = day;
  count.sent = sent + 1;
}

function quotaExceeded(resetAt: number, now: number): RequestLimitedError {
  return new RequestLimitedError(
    "QUOTA_EXCEEDED",
    "The quota of emails for the user has been exceeded",
    Math.ceil((resetAt - now) / 1000),
    { quotaLimit: QUOTA, quotaResetTime: new Date(resetAt).toISOString() },
  );
}
