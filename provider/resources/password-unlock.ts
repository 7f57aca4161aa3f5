import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import type { LockReport, RemainingLock } from "../lifecycle";

/** Inputs of a {@link PasswordUnlock}. */
export interface PasswordUnlockArgs {
  /** UUID of the PingOne environment the user is in. Changing it replaces the resource. */
  environmentId: pulumi.Input<string>;
  /** UUID of the user. Changing it replaces the resource. */
  userId: pulumi.Input<string>;
  /**
   * `ifLocked` unlocks only a password that is locked out; `always` unlocks whatever the password's state is.
   * @default "ifLocked"
   */
  when?: pulumi.Input<"ifLocked" | "always"> | undefined;
  /** Any values, in a list or a map: when one of them changes the action runs again (an update, no replacement). */
  triggers?: pulumi.Input<unknown>;
}

/**
 * Unlocks a user's password when it is created and whenever `triggers` change, and records what it found. It lifts the lock
 * that failed passwords cause; an administrator's lock of the account, a disabled user and a lock by MFA stay and are
 * reported in `remainingLocks`. Deleting it does nothing to PingOne.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/password-unlock.html
 *
 * @example
 * new pingone.PasswordUnlock("alice", { environmentId, userId, triggers: [build] });
 */
export class PasswordUnlock extends DynamicResource {
  declare readonly environmentId: pulumi.Output<string>;
  declare readonly userId: pulumi.Output<string>;
  /** The locks found before the last run. */
  declare readonly before: pulumi.Output<LockReport>;
  /** The locks after it. */
  declare readonly after: pulumi.Output<LockReport>;
  /** Whether the last run called PingOne's unlock. */
  declare readonly performed: pulumi.Output<boolean>;
  /** When it did (ISO 8601, UTC, this machine's clock). */
  declare readonly performedAt: pulumi.Output<string | undefined>;
  /** What keeps the user from signing on all the same, and what lifts it; brought up to date by a refresh. */
  declare readonly remainingLocks: pulumi.Output<RemainingLock[]>;

  constructor(name: string, args: PasswordUnlockArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "PasswordUnlock",
      name,
      {
        before: undefined,
        after: undefined,
        performed: undefined,
        performedAt: undefined,
        remainingLocks: undefined,
        ...args,
      },
      opts,
    );
  }
}
