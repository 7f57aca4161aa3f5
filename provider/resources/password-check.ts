import type * as pulumi from "@pulumi/pulumi";
import { DynamicResource } from "../dynamic/resource";
import { type SecretFrom, type Without, withSecrets } from "./secret-input";

interface PasswordCheckOptions {
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

interface PasswordFrom extends Without<"password"> {
  /** Where the provider reads it instead: `{ env: "ALICE_PASSWORD" }` or `{ file: "alice.txt" }`. */
  passwordFrom?: pulumi.Input<SecretFrom> | undefined;
}

interface Password extends Without<"passwordFrom"> {
  /** The password to check; always treated as a secret. It reaches no state. */
  password?: pulumi.Input<string> | undefined;
}

/** Inputs of a {@link PasswordCheck}. At most one of `password` and `passwordFrom` is given, and needed only when it runs. */
export type PasswordCheckArgs = (Password | PasswordFrom) & PasswordCheckOptions;

/**
 * Asserts that a password is the user's current one, when it is created and whenever `triggers` change: a match changes nothing, a
 * miss fails the run. PingOne counts a miss towards a lockout, so nothing is checked when one more would lock the user out. Deleting
 * it does nothing to PingOne.
 * https://developer.pingidentity.com/pingone-api/platform/users/user-passwords/password-check.html
 *
 * @throws at preview: a password that is missing while it is going to run
 * @throws at up: a miss; one attempt left before a lockout, where nothing is tried; a user without a password, or whose password an
 *   external gateway holds
 *
 * @example
 * new pingone.PasswordCheck("alice", { environmentId, userId, passwordFrom: { env: "ALICE_PASSWORD" }, triggers: [build] });
 */
export class PasswordCheck extends DynamicResource {
  /** UUID of the environment the user is in. */
  declare readonly environmentId: pulumi.Output<string>;
  /** UUID of the user. */
  declare readonly userId: pulumi.Output<string>;
  /** Whether the password was the user's at the last run. */
  declare readonly matched: pulumi.Output<boolean>;
  /** Failed checks left before a lockout, where that is known. */
  declare readonly failuresRemaining: pulumi.Output<number | undefined>;

  constructor(name: string, args: PasswordCheckArgs, opts?: pulumi.CustomResourceOptions) {
    super(
      "PasswordCheck",
      name,
      args,
      () => ({
        inputs: { matched: undefined, failuresRemaining: undefined, ...withSecrets(args, ["password"]) },
      }),
      opts,
    );
  }
}
