import * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import type { PasswordStatus } from "../operations";
import { withSecrets } from "./secret-input";
import type { UserPasswordArgs } from "./user-password-args";

/**
 * The password of a PingOne user: creating it, and changing its value, sets the password as an administrator; an unchanged
 * value writes nothing. The state holds a fingerprint, never the password.
 *
 * Setting a password also clears a password lockout. A failure's message names the next step.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords.html
 *
 * @throws at preview: none or several of `value`, `valueFrom` and `generate` for a new password; a value that the policy refuses; a
 *   variable or file that is missing; a second `UserPassword` of the same user
 * @throws at up: what PingOne alone can refuse (the password history, its list of common passwords); a user who does not exist; a
 *   password that an external gateway holds
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
  /** UUID of the environment the user is in. */
  declare readonly environmentId: pulumi.Output<string>;
  /** UUID of the user. */
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
  /** With `adopt`: whether the value was found to be the password that was taken over. */
  declare readonly verified: pulumi.Output<boolean | undefined>;
  /** A generated password, with `exposeValue`. Secret. */
  declare readonly value: pulumi.Output<string | undefined>;

  constructor(name: string, args: UserPasswordArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "UserPassword",
      name,
      args,
      () => ({
        inputs: {
          status: undefined,
          lastChangedAt: undefined,
          passwordPolicyId: undefined,
          appliedAt: undefined,
          externallyChanged: undefined,
          ...(args.adopt === undefined ? {} : { verified: undefined }),
          ...(args.exposeValue === undefined ? {} : { value: undefined }),
          ...withSecrets(args, ["value"]),
          // Encrypts in the inputs what check puts here.
          fingerprint: pulumi.secret(""),
        },
        secretOutputs: ["fingerprint", ...(args.exposeValue === undefined ? [] : ["value"])],
      }),
      opts,
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
