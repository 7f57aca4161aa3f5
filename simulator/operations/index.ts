import type { Operation } from "../operation";
import { checkPassword } from "./check-password";
import { createPasswordPolicy } from "./create-password-policy";
import { createPopulation } from "./create-population";
import { createUser } from "./create-user";
import { deletePasswordPolicy } from "./delete-password-policy";
import { deletePopulation } from "./delete-population";
import { deleteUser } from "./delete-user";
import { forcePasswordChange } from "./force-password-change";
import { issueToken } from "./issue-token";
import { listPasswordPolicies } from "./list-password-policies";
import { listPopulations } from "./list-populations";
import { listUsers } from "./list-users";
import { lockAccount } from "./lock-account";
import { readPasswordPolicy } from "./read-password-policy";
import { readPasswordState } from "./read-password-state";
import { readPopulation } from "./read-population";
import { readUser } from "./read-user";
import { replaceUser } from "./replace-user";
import { resetPassword } from "./reset-password";
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
  issueToken,
} satisfies Record<string, Operation>;

export type OperationName = keyof typeof operations;
