import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import type { PasswordStatus } from "../operations";
import type { NewPassword } from "./new-password";
import { type SecretFrom, type Without, withSecrets } from "./secret-input";

interface PasswordRecoveryOptions {
  /** UUID of the PingOne environment the user is in. Changing it replaces the resource. */
  environmentId: pulumi.Input<string>;
  /** UUID of the user. Changing it replaces the resource. */
  userId: pulumi.Input<string>;
  /**
   * Any values, in a list or a map: when one of them changes the action runs again (an update, no replacement).
   * A Date counts as its ISO text; what has no value, such as a function, is refused.
   */
  triggers?: pulumi.Input<unknown>;
}

interface RecoveryCodeFrom extends Without<"recoveryCode"> {
  /** Where the provider reads the code instead: `{ env: "CODE" }` or `{ file: "code.txt" }`. */
  recoveryCodeFrom?: pulumi.Input<SecretFrom> | undefined;
}

interface RecoveryCode extends Without<"recoveryCodeFrom"> {
  /** The code from the user's mail, in upper or lower case; always treated as a secret. It reaches no state. */
  recoveryCode?: pulumi.Input<string> | undefined;
}

/**
 * Inputs of a {@link PasswordRecovery}. At most one of `recoveryCode` and `recoveryCodeFrom` is given, and at most one of `newPassword` and
 * `newPasswordFrom`; they are needed only when it runs.
 */
export type PasswordRecoveryArgs = (RecoveryCode | RecoveryCodeFrom) & NewPassword & PasswordRecoveryOptions;

/**
 * Sets a new password for a code that PingOne mailed, when it is created and whenever `triggers` change. It also ends a password
 * lockout. Five wrong codes use a code up; a password that the policy refuses does not. Deleting it does nothing to PingOne.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/password-recover.html
 *
 * @throws at preview: a code or a password that is missing while it is going to run
 * @throws at up: a code that is wrong, used or older than 5 minutes; a new password that the policy refuses
 *
 * @example
 * new pingone.PasswordRecovery("alice", {
 *   environmentId, userId,
 *   recoveryCodeFrom: { env: "CODE" },
 *   newPasswordFrom: { env: "ALICE_PASSWORD" },
 *   triggers: [ticket],
 * });
 */
export class PasswordRecovery extends DynamicResource {
  /** UUID of the environment the user is in. */
  declare readonly environmentId: pulumi.Output<string>;
  /** UUID of the user. */
  declare readonly userId: pulumi.Output<string>;
  /** PingOne's status of the password after the recovery. */
  declare readonly status: pulumi.Output<PasswordStatus>;
  /** When it was recovered (ISO 8601, UTC, PingOne's clock). */
  declare readonly recoveredAt: pulumi.Output<string>;

  constructor(name: string, args: PasswordRecoveryArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "PasswordRecovery",
      name,
      args,
      () => ({
        inputs: {
          status: undefined,
          recoveredAt: undefined,
          ...withSecrets(args, ["recoveryCode", "newPassword"]),
        },
      }),
      opts,
    );
  }
}
