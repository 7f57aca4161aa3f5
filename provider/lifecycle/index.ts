import { forgotPassword } from "./forgot-password";
import { passwordCheck } from "./password-check";
import { passwordForceChange } from "./password-force-change";
import { passwordRecovery } from "./password-recovery";
import { passwordRecoveryCode } from "./password-recovery-code";
import { passwordReset } from "./password-reset";
import { passwordUnlock } from "./password-unlock";
import { testUsers } from "./test-users";
import { user } from "./user";
import { userPassword } from "./user-password";

/** What each resource type does, by its name. */
export const lifecycles = {
  ForgotPassword: forgotPassword,
  PasswordCheck: passwordCheck,
  PasswordForceChange: passwordForceChange,
  PasswordRecovery: passwordRecovery,
  PasswordRecoveryCode: passwordRecoveryCode,
  PasswordReset: passwordReset,
  PasswordUnlock: passwordUnlock,
  TestUsers: testUsers,
  User: user,
  UserPassword: userPassword,
} as const;

/** Name of a resource type. */
export type ResourceName = keyof typeof lifecycles;

export type { CheckFailure, Lifecycle, Props, Report } from "./lifecycle";
export { createLivingUsers, type LivingUsers } from "./living-users";
export type { LockReport, RemainingLock } from "./lock-report";
export type { PasswordReport } from "./password-force-change";
export type { Sent } from "./password-recovery-code";
export { createRunReads } from "./run-reads";
export type { Session } from "./session";
export { subjectKey } from "./user-id";
export { areDatesLost, isTriggered } from "./triggers";
export { isUnknown } from "./unknown";
export type { UserAccount } from "./user-types";
export type { PolicyCheck } from "./predict-policy";
export type { DeletionPolicy, OnExternalChange } from "./user-password-types";
