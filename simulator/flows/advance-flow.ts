import type { PasswordSubject } from "../password/password-operation";
import { readStatus } from "../password/password-status";
import { accountNotUsable } from "../recovery/account-not-usable";
import type { Flow, FlowStatus } from "../state/flow";
import { accountView } from "../views/user-view";

/** Takes the flow as far as the user's password and second factor let it, once the user has proved who that is. */
export function advanceFlow(flow: Flow, subject: PasswordSubject, remoteIp: string): void {
  const { user, now } = subject;
  flow.userId = user.id;
  flow.status = nextStatus(subject);
  if (flow.status === "COMPLETED") user.lastSignOn = { at: now, remoteIp };
}

/** Takes the flow back to where it began. */
export function restartFlow(flow: Flow): void {
  flow.status = "USERNAME_PASSWORD_REQUIRED";
  flow.userId = undefined;
}

/** @throws RequestFailedError for a user who is disabled or locked */
export function requireUsable({ user, now }: PasswordSubject): void {
  if (!accountView(user, now).canAuthenticate) throw accountNotUsable();
}

function nextStatus({ user, record, policy, now }: PasswordSubject): FlowStatus {
  const status = readStatus(record, policy, now);
  if (status === "MUST_CHANGE_PASSWORD" || status === "PASSWORD_EXPIRED") return status;
  return user.mfaEnabled ? "OTP_REQUIRED" : "COMPLETED";
}
