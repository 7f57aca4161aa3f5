import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import type { Sent } from "../lifecycle";
import type { FlowStatus } from "../operations";
import type { NewPassword } from "./new-password";
import { withSecrets } from "./secret-input";

interface ForgotPasswordOptions {
  /** UUID of the PingOne environment the user is in. Changing it replaces the resource. */
  environmentId: pulumi.Input<string>;
  /** What the user would type. Changing it replaces the resource. */
  username: pulumi.Input<string>;
  /** Client id of the application to sign on to: one that people use. A worker application is none. */
  applicationId: pulumi.Input<string>;
  /**
   * Recover in the same run: the file that the mailed code is written to while the provider waits for it, for at most 5 minutes (by
   * whatever reads the test user's mail). A code that stood in it before does not count. Needs `newPassword`.
   */
  recoveryCodeFrom?: pulumi.Input<{ file: pulumi.Input<string> }> | undefined;
  /**
   * Any values, in a list or a map: when one of them changes the action runs again (an update, no replacement).
   * A Date counts as its ISO text; what has no value, such as a function, is refused.
   */
  triggers?: pulumi.Input<unknown>;
}

/** Inputs of a {@link ForgotPassword}. `recoveryCodeFrom` and a new password, as `newPassword` or `newPasswordFrom`, come together or not at all. */
export type ForgotPasswordArgs = NewPassword & ForgotPasswordOptions;

/**
 * Does what a user does who has forgotten the password: begins a sign-on and asks PingOne for a recovery code, when it is created
 * and whenever `triggers` change; with `recoveryCodeFrom` it then recovers the password. PingOne answers the same for a user
 * who does not exist. The mail is never sent twice by a retry. Deleting it does nothing to PingOne.
 * https://developer.pingidentity.com/pingone-api/auth/flows/forgot-password.html
 *
 * @throws at preview: `recoveryCodeFrom` without a new password, or the other way round
 * @throws at up: no code in the file within 5 minutes, with `recoveryCodeFrom`; a code that is wrong; a new password that the policy
 *   refuses
 *
 * @example
 * new pingone.ForgotPassword("alice", { environmentId, username: "alice", applicationId, triggers: [run] });
 */
export class ForgotPassword extends DynamicResource {
  /** UUID of the environment the user is in. */
  declare readonly environmentId: pulumi.Output<string>;
  /** What the user would type. */
  declare readonly username: pulumi.Output<string>;
  /** Where the sign-on stands: `RECOVERY_CODE_REQUIRED`, `COMPLETED` once recovered, or what it asks of the user next. */
  declare readonly flowStatus: pulumi.Output<FlowStatus>;
  /** `confirmed`, or `unconfirmed` when PingOne's answer never came. */
  declare readonly sent: pulumi.Output<Sent>;
  /** When the code was asked for (ISO 8601, UTC, this machine's clock). */
  declare readonly sentAt: pulumi.Output<string>;
  /** When the password was recovered, if it was. */
  declare readonly recoveredAt: pulumi.Output<string | undefined>;

  constructor(name: string, args: ForgotPasswordArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "ForgotPassword",
      name,
      args,
      () => ({
        inputs: {
          flowStatus: undefined,
          sent: undefined,
          sentAt: undefined,
          recoveredAt: undefined,
          ...withSecrets(args, ["newPassword"]),
        },
      }),
      opts,
    );
  }
}
