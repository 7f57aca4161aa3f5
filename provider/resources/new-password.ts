import type * as pulumi from "@pulumi/pulumi";
import type { SecretFrom, Without } from "./secret-input";

interface NewPasswordFrom extends Without<"newPassword"> {
  /** Where the provider reads the new password instead: `{ env: "NEW_PASSWORD" }` or `{ file: "new.txt" }`. */
  newPasswordFrom?: pulumi.Input<SecretFrom> | undefined;
}

interface NewPasswordValue extends Without<"newPasswordFrom"> {
  /**
   * The new password in clear text, which has to satisfy the user's policy; always treated as a secret. It reaches no state.
   * Changing it alone does nothing: change `triggers` as well (not to the password itself, which would stand in the state).
   */
  newPassword?: pulumi.Input<string> | undefined;
}

/** The password that an action sets: at most one of `newPassword` and `newPasswordFrom`, needed only when the action runs. */
export type NewPassword = NewPasswordValue | NewPasswordFrom;
