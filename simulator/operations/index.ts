import type { Operation } from "../operation";
import { startFlow } from "./start-flow";
import { checkPassword } from "./check-password";
import { checkUsernamePassword } from "./check-username-password";
import { createPasswordPolicy } from "./create-password-policy";
import { createPopulation } from "./create-population";
import { createUser } from "./create-user";
import { deletePasswordPolicy } from "./delete-password-policy";
import { deletePopulation } from "./delete-population";
import { deleteUser } from "./delete-user";
import { forcePasswordChange } from "./force-password-change";
import { forgotPassword } from "./forgot-password";
import { issueToken } from "./issue-token";
import { listActivities } from "./list-activities";
import { listPasswordPolicies } from "./list-password-policies";
import { listPopulations } from "./list-populations";
import { listUsers } from "./list-users";
import { lockAccount } from "./lock-account";
import { readFlow } from "./read-flow";
import { readPasswordPolicy } from "./read-password-policy";
import { readPasswordState } from "./read-password-state";
import { readPopulation } from "./read-population";
import { readUser } from "./read-user";
import { recoverInFlow } from "./recover-in-flow";
import { recoverPassword } from "./recover-password";
import { replaceUser } from "./replace-user";
import { resetInFlow } from "./reset-in-flow";
import { resetPassword } from "./reset-password";
import { resetSession } from "./reset-session";
import { resumeFlow } from "./resume-flow";
import { sendRecoveryCode } from "./send-recovery-code";
import { sendRecoveryCodeInFlow } from "./send-recovery-code-in-flow";
import { setPassword } from "./set-password";
import { setPasswordValue } from "./set-password-value";
import { unlockAccount } from "./unlock-account";
import { unlockPassword } from "./unlock-password";
import { updatePasswordPolicy } from "./update-password-policy";
import { updatePopulation } from "./update-population";
import { updateUser } from "./update-user";
import { updateUserEnabled } from "./update-user-enabled";
import { updateUserPopulation } from "./update-user-population";

/** Every call the simulator answers: operation name -> handler. */
export const operations = {
  readPasswordState,
  setPassword,
  setPasswordValue,
  resetPassword,
  forcePasswordChange,
  checkPassword,
  unlockPassword,
  sendRecoveryCode,
  recoverPassword,
  readUser,
  createUser,
  listUsers,
  replaceUser,
  updateUser,
  deleteUser,
  updateUserEnabled,
  updateUserPopulation,
  lockAccount,
  unlockAccount,
  listPopulations,
  createPopulation,
  readPopulation,
  updatePopulation,
  deletePopulation,
  listPasswordPolicies,
  createPasswordPolicy,
  readPasswordPolicy,
  updatePasswordPolicy,
  deletePasswordPolicy,
  listActivities,
  issueToken,
  startFlow,
  readFlow,
  checkUsernamePassword,
  forgotPassword,
  sendRecoveryCodeInFlow,
  recoverInFlow,
  resetInFlow,
  resetSession,
  resumeFlow,
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
