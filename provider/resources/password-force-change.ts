import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import type { PasswordReport } from "../lifecycle";

/** Inputs of a {@link PasswordForceChange}. */
export interface PasswordForceChangeArgs {
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

/**
 * Makes a user choose another password at the next sign-on, when it is created and whenever `triggers` change. It is for users
 * whose password is not managed here; a {@link UserPassword} has `forceChange`. The password itself is kept, and no longer locked
 * out if it was. Fails for a user without a password and for one whose password an external gateway holds. Deleting it does
 * nothing to PingOne.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/force-change-password.html
 *
 * @throws at up: a user who does not exist, who has no password, or whose password an external gateway holds
 *
 * @example
 * new pingone.PasswordForceChange("alice", { environmentId, userId, triggers: [quarter] });
 */
export class PasswordForceChange extends DynamicResource {
  /** UUID of the environment the user is in. */
  declare readonly environmentId: pulumi.Output<string>;
  /** UUID of the user. */
  declare readonly userId: pulumi.Output<string>;
  /** The password before the last run. */
  declare readonly before: pulumi.Output<PasswordReport>;
  /** The password after it. */
  declare readonly after: pulumi.Output<PasswordReport>;
  /** When it ran (ISO 8601, UTC, this machine's clock). */
  declare readonly performedAt: pulumi.Output<string>;

  constructor(name: string, args: PasswordForceChangeArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "PasswordForceChange",
      name,
      args,
      () => ({ inputs: { before: undefined, after: undefined, performedAt: undefined, ...args } }),
      opts,
    );
  }
}
