import * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import type { DeletionPolicy, OnExternalChange, PolicyCheck } from "../lifecycle";
import type { PasswordStatus } from "../operations";
import { type SecretFrom, withSecrets } from "./secret-input";

/** Inputs of a {@link UserPassword}. Exactly one of `value`, `valueFrom` and `generate` says what the password is. */
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
   * Where the provider reads the password: `{ env: "ALICE_PASSWORD" }`, or `{ file: "alice.txt" }` (UTF-8; one line end at its end is
   * dropped; a relative path starts at the program's folder). It then never passes through the program, its configuration or
   * the engine.
   */
  valueFrom?: pulumi.Input<SecretFrom> | undefined;
  /**
   * Make a password that satisfies the policy in force, when it is set: `{}`, or with `length` (8 to 255 characters; default 24, or
   * what the policy asks for) and `avoid: "ambiguous"` (no characters that are taken for one another). Another recipe, or another
   * `valueVersion`, makes another password. Where it goes has to be said: `deliverTo`, `exposeValue` or both.
   */
  generate?:
    | pulumi.Input<{
        length?: pulumi.Input<number> | undefined;
        avoid?: pulumi.Input<"ambiguous"> | undefined;
      }>
    | undefined;
  /**
   * Any number or text: when it changes, a generated password is made anew, and one with `bypassPolicy` set again. For any other value
   * it is refused, because PingOne takes no value twice.
   */
  valueVersion?: pulumi.Input<string | number> | undefined;
  /**
   * Where a generated password is written before it is set: `{ file: "alice.txt" }`, which its owner alone can read (mode 0600), or
   * `{ githubEnv: "ALICE_PASSWORD" }`, a variable for the later steps of a GitHub Actions job, masked in its log (needs
   * `npx pulumi-pingone-password mask -- pulumi up`).
   */
  deliverTo?: pulumi.Input<{ file: pulumi.Input<string> } | { githubEnv: pulumi.Input<string> }> | undefined;
  /**
   * Keep a generated password in the state, encrypted, and as the secret output `value`.
   * @default false
   */
  exposeValue?: pulumi.Input<boolean> | undefined;
  /**
   * Take over the password the user has when this is created, without writing it. A `value` that is given is checked once, where a miss
   * could not lock the user out, and has to be the one. Later the option says nothing.
   * @default false
   */
  adopt?: pulumi.Input<boolean> | undefined;
  /**
   * What a value that does not satisfy the user's password policy is at preview: an `error`, a `warn`ing, or not looked at (`off`). It
   * costs a read of the user's password state when a value is to be set.
   * @default "error"
   */
  policyCheck?: pulumi.Input<PolicyCheck> | undefined;
  /**
   * What a change of the password by somebody else leads to, once a refresh has found it: a `warn`ing, a `reset` to a value of ours (with
   * `generate` or `bypassPolicy` only, because PingOne takes no value twice), or nothing (`ignore`). A user who obeys `forceChange`
   * is no such change.
   * @default "warn"
   */
  onExternalChange?: pulumi.Input<OnExternalChange> | undefined;
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
      {
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
      pulumi.mergeOptions(opts, {
        additionalSecretOutputs: ["fingerprint", ...(args.exposeValue === undefined ? [] : ["value"])],
      }),
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
