import { checkPassword } from "./check-password";
import { checkUsernamePassword } from "./check-username-password";
import { createUser } from "./create-user";
import { deleteUser } from "./delete-user";
import { forcePasswordChange } from "./force-password-change";
import { forgotPassword } from "./forgot-password";
import { listPasswordPolicies } from "./list-password-policies";
import { listPopulations } from "./list-populations";
import { listUsers } from "./list-users";
import { lockAccount } from "./lock-account";
import { readFlow } from "./read-flow";
import { readPasswordPolicy } from "./read-password-policy";
import { readPasswordState } from "./read-password-state";
import { readUser } from "./read-user";
import { recoverInFlow } from "./recover-in-flow";
import { recoverPassword } from "./recover-password";
import { resetInFlow } from "./reset-in-flow";
import { resetPassword } from "./reset-password";
import { sendRecoveryCode } from "./send-recovery-code";
import { sendRecoveryCodeInFlow } from "./send-recovery-code-in-flow";
import { setPassword } from "./set-password";
import { setPasswordValue } from "./set-password-value";
import { startFlow } from "./start-flow";
import { unlockAccount } from "./unlock-account";
import { unlockPassword } from "./unlock-password";
import { updateUser } from "./update-user";
import { updateUserEnabled } from "./update-user-enabled";
import { updateUserPopulation } from "./update-user-population";

/** Every operation of PingOne that this package knows, by name. */
export const operations = {
  checkPassword,
  checkUsernamePassword,
  createUser,
  deleteUser,
  forcePasswordChange,
  forgotPassword,
  listPasswordPolicies,
  listPopulations,
  listUsers,
  lockAccount,
  readFlow,
  readPasswordPolicy,
  readPasswordState,
  readUser,
  recoverInFlow,
  recoverPassword,
  resetInFlow,
  resetPassword,
  sendRecoveryCode,
  sendRecoveryCodeInFlow,
  setPassword,
  setPasswordValue,
  startFlow,
  unlockAccount,
  unlockPassword,
  updateUser,
  updateUserEnabled,
  updateUserPopulation,
} as const;

export { allPages } from "./all-pages";
export type { NewUser, NewUserParams } from "./create-user";
export { findUser } from "./find-user";
export type { Flow, FlowRef, FlowStatus } from "./flow";
export type { Population, PopulationPage } from "./list-populations";
export type { UserPage, UserQuery } from "./list-users";
export type { PasswordPolicy } from "./password-policy";
export type { PasswordState, PasswordStatus } from "./password-state";
export type { UserChanges } from "./update-user";
export type { User } from "./user";
export type { UserRef } from "./user-ref";
