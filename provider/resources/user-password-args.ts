import type * as pulumi from "@pulumi/pulumi";
import type { DeletionPolicy, OnExternalChange, PolicyCheck } from "../lifecycle";
import type { PasswordRecipe } from "./password-recipe";
import type { SecretFrom, Without } from "./secret-input";

/** Where a generated password is written. */
export type DeliveryPlace =
  | {
      /** Path of a file that its owner alone can read (mode 0600). */
      file: pulumi.Input<string>;
      githubEnv?: undefined;
    }
  | {
      /** A variable for the later steps of a GitHub Actions job, masked in its log. */
      githubEnv: pulumi.Input<string>;
      file?: undefined;
    };

/** Inputs of a {@link UserPassword} but for what the password is. */
export interface UserPasswordOptions {
  /** UUID of the PingOne environment the user is in. Changing it replaces the resource. */
  environmentId: pulumi.Input<string>;
  /** UUID of the user. Changing it replaces the resource. */
  userId: pulumi.Input<string>;
  /**
   * Any number or text: when it changes, a generated password is generated again, and one with `bypassPolicy` set again. For any other value
   * it is refused, because PingOne takes no value twice.
   */
  valueVersion?: pulumi.Input<string | number> | undefined;
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

interface PasswordValueFrom extends Without<"value" | "generate" | "deliverTo"> {
  /**
   * Where the provider reads the password: `{ env: "ALICE_PASSWORD" }`, or `{ file: "alice.txt" }` (UTF-8; one line end at its end is
   * dropped; a relative path starts at the program's folder). It then never passes through the program, its configuration or
   * the engine.
   */
  valueFrom?: pulumi.Input<SecretFrom> | undefined;
}

interface GeneratedPassword extends Without<"value" | "valueFrom"> {
  /**
   * Make a password that satisfies the policy in force, when it is set: `{}`, or with `length` (8 to 255 characters; default 24, or
   * what the policy asks for) and `avoid: "ambiguous"` (no characters that are taken for one another). Another recipe, or another
   * `valueVersion`, makes another password. Where it goes has to be said: `deliverTo`, `exposeValue` or both.
   */
  generate: pulumi.Input<PasswordRecipe>;
}

interface DeliveredPassword extends GeneratedPassword {
  /**
   * Where a generated password is written before it is set: `{ file: "alice.txt" }`, which its owner alone can read (mode 0600), or
   * `{ githubEnv: "ALICE_PASSWORD" }`, a variable for the later steps of a GitHub Actions job, masked in its log (needs
   * `npx pulumi-pingone-password mask -- pulumi up`).
   */
  deliverTo: pulumi.Input<DeliveryPlace>;
}

interface ExposedPassword extends GeneratedPassword, Without<"deliverTo"> {
  exposeValue: pulumi.Input<boolean>;
}

interface PasswordValue extends Without<"valueFrom" | "generate" | "deliverTo"> {
  /**
   * The password, always treated as a secret, in clear text (at most 255 characters, checked by PingOne against the user's
   * policy) or encoded with one of PingOne's prefixes, such as `{SSHA512}` or `{BCRYPT}` (stored as it is, no policy).
   * Changing it sets the new password. It never reaches the state of this resource.
   */
  value?: pulumi.Input<string> | undefined;
}

/** What a password is: one of `value`, `valueFrom` and `generate`. A component takes it from its caller and hands it on as a whole. */
export type PasswordSource = PasswordValue | PasswordValueFrom | DeliveredPassword | ExposedPassword;

/**
 * Inputs of a {@link UserPassword}. One of `value`, `valueFrom` and `generate` says what the password is, and never two; `generate` comes with
 * `deliverTo` or `exposeValue`. None is needed with `adopt`, nor for a password that is there and stays as it is.
 */
export type UserPasswordArgs = PasswordSource & UserPasswordOptions;
