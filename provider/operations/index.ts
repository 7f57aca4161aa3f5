import { checkPassword } from "./check-password";
import { forcePasswordChange } from "./force-password-change";
import { readPasswordPolicy } from "./read-password-policy";
import { readPasswordState } from "./read-password-state";
import { readUser } from "./read-user";
import { resetPassword } from "./reset-password";
import { setPassword } from "./set-password";
import { setPasswordValue } from "./set-password-value";
import { unlockPassword } from "./unlock-password";

/** Every operation of PingOne that this package knows, by name. */
export const operations = {
  checkPassword,
  forcePasswordChange,
  readPasswordPolicy,
  readPasswordState,
  readUser,
  resetPassword,
  setPassword,
  setPasswordValue,
  unlockPassword,
} as const;

export type { PasswordState, PasswordStatus } from "./password-state";
export type { User } from "./read-user";
export type { UserRef } from "./user-ref";
