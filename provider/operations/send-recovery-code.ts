import { isRecord, type Operation } from "../transport";
import { passwordPath, type UserRef } from "./user-ref";

/**
 * Mails the user a code to recover the password with: 8 characters, good for 5 minutes; it takes an older one's place. Refused
 * for a disabled user, for one without a password and while the password is locked out.
 *
 * Not repeatable: a second call sends a second mail, whose code makes the first one worthless.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/password-resend-recovery-code.html
 */
export const sendRecoveryCode: Operation<UserRef, true> = {
  name: "sendRecoveryCode",
  method: "POST",
  path: passwordPath,
  mediaType: "application/vnd.pingidentity.password.sendRecoveryCode+json",
  repeatable: false,
  once: true,
  // What it answers with is not documented; an error's code in it is no success.
  parse: (body) => (isRecord(body) && "code" in body ? undefined : true),
};
