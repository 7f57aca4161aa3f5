import * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import type { DeletionPolicy } from "../lifecycle";
import type { PasswordStatus } from "../operations";

/** Inputs of a {@link UserPassword}. Exactly one of `value` and `valueFrom` says what the password is. */
export interface UserPasswordArgs {
  /** UUID of the PingOne environment the user is in. Changing it replaces the resource. */
  environmentId: pulumi.Input<string>;
  /** UUID of the user. Changing it replaces the resource. */
  userId: pulumi.Input<string>;
  /**
   * The password, always treated as a secret, in clear text (at most 255 characters, checked by PingOne against the user's
   * policy) or encoded with one of PingOne's prefixes, such as `{SSHA512}` or `{BCRYPT}` (stored as it is, no policy).
   * Changing it sets the new password. It never reaches the state of this resource.
   */
  value?: pulumi.Input<string> | undefined;
  /**
   * Where the provider reads the password: `{ env: "ALICE_PASSWORD" }`, or `{ file: "alice.txt" }` (one line break at its end is
   * dropped; a relative path starts at the program's folder). It then never passes through the program, its configuration or
   * the engine.
   */
  valueFrom?: pulumi.Input<{ env: pulumi.Input<string> } | { file: pulumi.Input<string> }> | undefined;
  /**
   * Make the user choose another password at the next sign-on: asked once per value. From false to true alone it asks without
   * setting the value again; from true to false alone nothing is sent, it takes effect with the next value.
   * @default false
   */
  forceChange?: pulumi.Input<boolean> | undefined;
  /**
   * Set the value past the password policy. Takes effect when the value is set.
   * @default false
   */
  bypassPolicy?: pulumi.Input<boolean> | undefined;
  /**
   * What happens to the password when this resource is deleted: `keep` leaves it, `unset` takes it away (the user then has
   * none), `forceChange` makes the user choose another. Replacing or renaming the resource never undoes the password, and one
   * that was changed outside is left alone with a warning.
   * @default "keep"
   */
  deletionPolicy?: pulumi.Input<DeletionPolicy> | undefined;
  /**
   * Carry out `deletionPolicy` even when the password was changed outside this stack.
   * @default false
   */
  deletionPolicyForce?: pulumi.Input<boolean> | undefined;
}

/**
 * The password of a PingOne user: creating it, and changing its value, sets the password as an administrator; an unchanged
 * value writes nothing. The state holds a fingerprint, never the password.
 *
 * Setting a password also clears a password lockout. A failure's message names the next step.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords.html
 *
 * @example
 * const password = new pingone.UserPassword("alice", {
 *   environmentId,
 *   userId,
 *   valueFrom: { env: "ALICE_PASSWORD" },
 *   forceChange: true,
 * });
 */
export class UserPassword extends DynamicResource {
  declare readonly environmentId: pulumi.Output<string>;
  declare readonly userId: pulumi.Output<string>;
  /** PingOne's status of the password: `OK`, `MUST_CHANGE_PASSWORD`, `PASSWORD_EXPIRED`, `PASSWORD_LOCKED_OUT`, ... */
  declare readonly status: pulumi.Output<PasswordStatus>;
  /** When the password was last changed by anybody, by PingOne's clock (ISO 8601, UTC). */
  declare readonly lastChangedAt: pulumi.Output<string | undefined>;
  /** Id of the password policy in force for the user. */
  declare readonly passwordPolicyId: pulumi.Output<string | undefined>;
  /** Stands for the password in the state: equal when the password is equal. Secret. */
  declare readonly fingerprint: pulumi.Output<string>;
  /** `lastChangedAt` right after this stack last wrote the password. */
  declare readonly appliedAt: pulumi.Output<string | undefined>;
  /** True when a refresh found that the password was changed after `appliedAt` by somebody else. */
  declare readonly externallyChanged: pulumi.Output<boolean>;

  constructor(name: string, args: UserPasswordArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "UserPassword",
      name,
      {
        status: undefined,
        lastChangedAt: undefined,
        passwordPolicyId: undefined,
        appliedAt: undefined,
        externallyChanged: undefined,
        ...args,
        ...(args.value === undefined ? {} : { value: pulumi.secret(args.value) }),
        // Encrypts in the inputs what check puts here.
        fingerprint: pulumi.secret(""),
      },
      pulumi.mergeOptions(opts, { additionalSecretOutputs: ["fingerprint"] }),
    );
    // Both stand in the inputs and in the id; a third copy in the state would tell nothing new.
    this.environmentId = partOf(this, args.environmentId, 0);
    this.userId = partOf(this, args.userId, 1);
  }

  /** The password of a user as it is, without managing it: `id` is `<environmentId>/<userId>`. Fails when there is no such user. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): UserPassword {
    return new UserPassword(name, {} as UserPasswordArgs, { ...opts, id });
  }
}

/** An output that is known as soon as the program knows it, which also waits for the resource; from the id where only that is given. */
function partOf(
  resource: UserPassword,
  given: pulumi.Input<string> | undefined,
  index: number,
): pulumi.Output<string> {
  return given === undefined
    ? resource.id.apply((id) => id.split("/")[index] ?? "")
    : pulumi.all([given, resource.urn]).apply(([value]) => value);
}
