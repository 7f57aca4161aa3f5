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
   * `ifLocked` unlocks only what is locked; `always` unlocks whatever the state is.
   * @default "ifLocked"
   */
  when?: pulumi.Input<"ifLocked" | "always"> | undefined;
  /**
   * Which locks it lifts: `password` the lockout after failed sign-ons, `account` the lock that an administrator put on the account,
   * or `both`. A lock by MFA and a disabled user stay in any case.
   * @default "password"
   */
  scope?: pulumi.Input<"password" | "account" | "both"> | undefined;
  /**
   * `onTriggers` unlocks at creation and when `triggers` change; `whenLocked` also whenever a preview or an up finds a lock, for
   * which it looks at PingOne every time. Whatever was brute-forced is then unlocked at every deployment.
   * @default "onTriggers"
   */
  rerun?: pulumi.Input<"onTriggers" | "whenLocked"> | undefined;
  /**
   * Any values, in a list or a map: when one of them changes the action runs again (an update, no replacement).
   * A Date counts as its ISO text; what has no value, such as a function, is refused.
   */
  triggers?: pulumi.Input<unknown>;
}

/**
 * Unlocks a user's password when it is created and whenever `triggers` change, and records what it found. It lifts the lock
 * that failed passwords cause, with `scope` an administrator's lock of the account as well; whatever else keeps the user out stays
 * and is reported in `remainingLocks`. Deleting it does nothing to PingOne.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/password-unlock.html
 *
 * @throws at up: a user who does not exist, or whose password an external gateway holds (unless only the account is asked for)
 *
 * @example
 * new pingone.PasswordUnlock("alice", { environmentId, userId, triggers: [build] });
 */
export class PasswordUnlock extends DynamicResource {
  /** UUID of the environment the user is in. */
  declare readonly environmentId: pulumi.Output<string>;
  /** UUID of the user. */
  declare readonly userId: pulumi.Output<string>;
  /** The locks found before the last run. */
  declare readonly before: pulumi.Output<LockReport>;
  /** The locks after it. */
  declare readonly after: pulumi.Output<LockReport>;
  /** Whether the last run unlocked anything. */
  declare readonly performed: pulumi.Output<boolean>;
  /** When it did (ISO 8601, UTC, this machine's clock). */
  declare readonly performedAt: pulumi.Output<string | undefined>;
  /** What keeps the user from signing on all the same, and what lifts it; brought up to date by a refresh. */
  declare readonly remainingLocks: pulumi.Output<RemainingLock[]>;

  constructor(name: string, args: PasswordUnlockArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "PasswordUnlock",
      name,
      args,
      () => ({
        inputs: {
          before: undefined,
          after: undefined,
          performed: undefined,
          performedAt: undefined,
          remainingLocks: undefined,
          ...args,
        },
      }),
      opts,
    );
  }
}
