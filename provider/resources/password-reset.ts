import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import type { FlowStatus } from "../operations";
import type { NewPassword } from "./new-password";
import { type SecretFrom, type Without, withSecrets } from "./secret-input";

interface PasswordResetOptions {
  /** UUID of the PingOne environment the user is in. Changing it replaces the resource. */
  environmentId: pulumi.Input<string>;
  /** UUID of the user. Changing it replaces the resource. */
  userId: pulumi.Input<string>;
  /**
   * Client id of the application to sign on to: one that people use, with the grant authorization_code and a sign-on policy that asks
   * for username and password only. A worker application is none.
   */
  applicationId: pulumi.Input<string>;
  /**
   * Any values, in a list or a map: when one of them changes the action runs again (an update, no replacement).
   * A Date counts as its ISO text; what has no value, such as a function, is refused.
   */
  triggers?: pulumi.Input<unknown>;
}

interface CurrentPasswordFrom extends Without<"currentPassword"> {
  /** Where the provider reads the current password instead: `{ env: "FIRST_PASSWORD" }` or `{ file: "first.txt" }`. */
  currentPasswordFrom?: pulumi.Input<SecretFrom> | undefined;
}

interface CurrentPassword extends Without<"currentPasswordFrom"> {
  /** The password the user has now; always treated as a secret. It reaches no state. */
  currentPassword?: pulumi.Input<string> | undefined;
}

/**
 * Inputs of a {@link PasswordReset}. At most one of `currentPassword` and `currentPasswordFrom` is given, and at most one of `newPassword`
 * and `newPasswordFrom`; they are needed only when it runs.
 */
export type PasswordResetArgs = (CurrentPassword | CurrentPasswordFrom) & NewPassword & PasswordResetOptions;

/**
 * Does what a test user would do who is asked for another password: signs on with the current one and sets the new one, when it is
 * created and whenever `triggers` change. It looks at the password first: when nothing is asked of the user (status OK) it makes no
 * sign-on and says so; one wrong password away from a lockout it does not try. A sign-on that asks for more (`OTP_REQUIRED` and
 * the like) stops with an error that names the step. Deleting it does nothing to PingOne.
 * https://developer.pingidentity.com/pingone-api/auth/flows/flows-1/reset-password.html
 *
 * @throws at preview: a password that is missing while it is going to run
 * @throws at up: a `currentPassword` that is not the user's; one attempt left before a lockout, where nothing is tried; a sign-on that
 *   asks for more than a password; a new password that the policy refuses
 *
 * @example
 * new pingone.PasswordReset("alice", {
 *   environmentId, userId, applicationId,
 *   currentPasswordFrom: { env: "FIRST_PASSWORD" },
 *   newPasswordFrom: { env: "FINAL_PASSWORD" },
 * });
 */
export class PasswordReset extends DynamicResource {
  /** UUID of the environment the user is in. */
  declare readonly environmentId: pulumi.Output<string>;
  /** UUID of the user. */
  declare readonly userId: pulumi.Output<string>;
  /** Where the sign-on ended: `COMPLETED`, or what it asks of the user next. Undefined when no sign-on was needed. */
  declare readonly flowStatus: pulumi.Output<FlowStatus | undefined>;
  /** When (ISO 8601, UTC, this machine's clock). Undefined when no sign-on was needed. */
  declare readonly completedAt: pulumi.Output<string | undefined>;

  constructor(name: string, args: PasswordResetArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "PasswordReset",
      name,
      args,
      () => ({
        inputs: {
          flowStatus: undefined,
          completedAt: undefined,
          ...withSecrets(args, ["currentPassword", "newPassword"]),
        },
      }),
      opts,
    );
  }
}
