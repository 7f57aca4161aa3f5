import type { Props } from "../../provider/lifecycle";
import { checkUserPassword } from "../../provider/lifecycle/check-user-password";
import { offlineSession, recordReport } from "../helpers/session";

/** The user whose password is declared. */
export const user = {
  environmentId: "11111111-2222-4333-8444-555555555555",
  userId: "a11ce000-0000-4000-8000-000000000001",
};

/** Another user. */
export const other = { ...user, userId: "b0b00000-0000-4000-8000-000000000002" };

/** A password. */
export const value = "Secret-Word.42";

/** Checks what the constructor hands over; no call is made. */
export function check(news: Props, olds: Props = {}, session = offlineSession(), report = recordReport()) {
  return checkUserPassword(session, olds, { fingerprint: "", ...news }, report);
}

/** What check finds wrong, in words. */
export async function reasons(news: Props, olds: Props = {}): Promise<string[]> {
  return (await check(news, olds)).failures.map(({ reason }) => reason);
}
