import "./require-node";
export type {
  DeletionPolicy,
  LockReport,
  OnExternalChange,
  PasswordReport,
  PolicyCheck,
  RemainingLock,
  Sent,
  UserAccount,
} from "./lifecycle";
export type { FlowStatus, PasswordStatus } from "./operations";
export {
  type ErrorDetail,
  PingOneApiError,
  PingOneAuthError,
  PingOneConfigError,
  PingOneError,
  PingOneNetworkError,
  PingOneResponseError,
  PingOneTimeoutError,
  UserRowsError,
} from "./errors";
export type { ConnectionSettings, RegionCode } from "./config";
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
export type { TestUser } from "./user-rows";
export { readUsers, type ReadUsersOptions } from "./user-rows/read-users";
export type { PasswordRecipe } from "./resources/password-recipe";
export type { SecretFrom } from "./resources/secret-input";
export type { TestUserArgs, TestUserEntry } from "./resources/test-user-args";
export { TestUsers, type TestUsersArgs } from "./resources/test-users";
export { User, type UserArgs } from "./resources/user";
export { UserPassword } from "./resources/user-password";
export type {
  DeliveryPlace,
  PasswordSource,
  UserPasswordArgs,
  UserPasswordOptions,
} from "./resources/user-password-args";
