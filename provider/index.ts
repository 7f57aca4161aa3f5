export type {
  DeletionPolicy,
  LockReport,
  OnExternalChange,
  PasswordReport,
  PolicyCheck,
  RemainingLock,
  Sent,
} from "./lifecycle";
export type { FlowStatus, PasswordStatus } from "./operations";
export type { ConnectionSettings } from "./config";
export {
  getPasswordPolicy,
  type GetPasswordPolicyArgs,
  getPasswordPolicyOutput,
  type GetPasswordPolicyResult,
} from "./functions/get-password-policy";
export { getUser, type GetUserArgs, getUserOutput, type GetUserResult } from "./functions/get-user";
export {
  getUserPassword,
  type GetUserPasswordArgs,
  getUserPasswordOutput,
  type GetUserPasswordResult,
} from "./functions/get-user-password";
export { ForgotPassword, type ForgotPasswordArgs } from "./resources/forgot-password";
export { PasswordCheck, type PasswordCheckArgs } from "./resources/password-check";
export { PasswordForceChange, type PasswordForceChangeArgs } from "./resources/password-force-change";
export { PasswordRecovery, type PasswordRecoveryArgs } from "./resources/password-recovery";
export { PasswordRecoveryCode, type PasswordRecoveryCodeArgs } from "./resources/password-recovery-code";
export { PasswordReset, type PasswordResetArgs } from "./resources/password-reset";
export { PasswordUnlock, type PasswordUnlockArgs } from "./resources/password-unlock";
export { Provider, type ProviderArgs } from "./resources/provider";
export type { SecretFrom } from "./resources/secret-input";
export { UserPassword, type UserPasswordArgs } from "./resources/user-password";
