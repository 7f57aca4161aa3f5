import { type SecretRule, wrong } from "./declared-secret";

/** What PingOne mails: 8 letters and digits, in whatever case. */
const CODE = /^[A-Za-z0-9]{8}$/;

/** True for a text that may be a recovery code. */
export function isRecoveryCode(text: string): boolean {
  return CODE.test(text);
}

/** A code that cannot be one would only use up a try. Blanks around it come from copying. */
export const recoveryCode: SecretRule = (where, value) =>
  isRecoveryCode(value.trim())
    ? { kind: "value", value: value.trim() }
    : wrong(`${where} is no recovery code: PingOne mails 8 letters and digits. Copy it from the mail.`);
