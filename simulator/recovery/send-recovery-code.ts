import { randomUUID } from "node:crypto";
import type { Actor } from "../activities/actor";
import { recordActivity } from "../activities/record-activity";
import { RequestFailedError } from "../errors";
import { countMail } from "../mail/mail-quota";
import type { OperationContext } from "../operation";
import { noPassword, refuseExternal } from "../password/password-operation";
import type { PasswordSubject } from "../password/password-operation";
import { refuseLocked } from "../password/refuse-locked";
import { accountNotUsable } from "./account-not-usable";
import { createRecoveryCode } from "./recovery-code";

/**
 * Mails the user a new recovery code, which takes the place of the one before it.
 * @param origin what the mail calls the sender
 * @throws ApiError when the user may not recover the password, has no address or has had too many mails
 */
export function sendRecoveryCode(
  context: OperationContext,
  subject: PasswordSubject,
  origin: string,
  actor?: Actor,
): void {
  const { environment, user, record, now } = subject;
  refuseExternal(subject);
  if (!user.enabled) throw accountNotUsable();
  if (record.stored === undefined) throw noPassword();
  refuseLocked(subject);
  const { username, email } = user.attributes;
  if (email === undefined) throw noAddress();
  countMail(user.mailCount, now);
  const { text, code } = createRecoveryCode(now);
  user.recoveryCode = code;
  context.state.mailbox.deliver({
    id: randomUUID(),
    at: new Date(now),
    environmentId: environment.id,
    userId: user.id,
    username,
    to: email,
    type: "recoveryCode",
    subject: "Recover your password",
    text: `The code to recover the password of ${username} at ${origin} is ${text}. It is valid for 5 minutes.`,
    code: text,
    expiresAt: new Date(code.expiresAt),
  });
  recordActivity(context, environment, user, "NOTIFICATION.CREATED", { actor });
}

function noAddress(): RequestFailedError {
  return new RequestFailedError({
    code: "CONSTRAINT_VIOLATION",
    target: "email",
    message: "The user does not have an email address",
  });
}
