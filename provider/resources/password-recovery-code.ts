import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import type { Sent } from "../lifecycle";

/** Inputs of a {@link PasswordRecoveryCode}. */
export interface PasswordRecoveryCodeArgs {
  /** UUID of the PingOne environment the user is in. Changing it replaces the resource. */
  environmentId: pulumi.Input<string>;
  /** UUID of the user. Changing it replaces the resource. */
  userId: pulumi.Input<string>;
  /**
   * Any values, in a list or a map: when one of them changes another code is mailed (an update, no replacement).
   * A Date counts as its ISO text; what has no value, such as a function, is refused.
   */
  triggers?: pulumi.Input<unknown>;
}

/**
 * Has PingOne mail the user a code to recover the password with, when it is created and whenever `triggers` change. The code is 8
 * letters and digits, good for 5 minutes, and makes an older one worthless. It goes to the user alone: no output holds it. PingOne
 * refuses for a disabled user, for one without a password, and while the password is locked out.
 *
 * No code is mailed twice by a retry: when PingOne's answer never comes, `sent` is `unconfirmed` and only a new trigger sends
 * another. Deleting it does nothing to PingOne; losing the state mails a new code.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/password-resend-recovery-code.html
 *
 * @throws at up: a user who does not exist, is disabled, has no password or is locked out; a quota of mails that is used up (50 a user
 *   and day)
 *
 * @example
 * new pingone.PasswordRecoveryCode("alice", { environmentId, userId, triggers: [ticket] });
 */
export class PasswordRecoveryCode extends DynamicResource {
  /** UUID of the environment the user is in. */
  declare readonly environmentId: pulumi.Output<string>;
  /** UUID of the user. */
  declare readonly userId: pulumi.Output<string>;
  /** `confirmed`, or `unconfirmed` when PingOne's answer never came. */
  declare readonly sent: pulumi.Output<Sent>;
  /** When it was sent (ISO 8601, UTC, this machine's clock). */
  declare readonly sentAt: pulumi.Output<string>;
  /** Five minutes later: PingOne takes the code no longer. */
  declare readonly expiresAt: pulumi.Output<string>;

  constructor(name: string, args: PasswordRecoveryCodeArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "PasswordRecoveryCode",
      name,
      args,
      () => ({ inputs: { sent: undefined, sentAt: undefined, expiresAt: undefined, ...args } }),
      opts,
    );
  }
}
