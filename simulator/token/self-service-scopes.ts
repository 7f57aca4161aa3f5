import type { OperationName } from "../operations";

/** What a user may do to the own account with a token of the user's own, and the scope it takes. */
export const SELF_SERVICE_SCOPES: Readonly<Partial<Record<OperationName, string>>> = {
  readUser: "p1:read:user",
  readPasswordState: "p1:read:userPassword",
  checkPassword: "p1:validate:userPassword",
  resetPassword: "p1:reset:userPassword",
  // No scope is documented for these two; they end in the same change as a reset.
  sendRecoveryCode: "p1:reset:userPassword",
  recoverPassword: "p1:reset:userPassword",
};
