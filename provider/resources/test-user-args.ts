import type * as pulumi from "@pulumi/pulumi";
import type { PasswordRecipe } from "./password-recipe";
import type { SecretFrom, Without } from "./secret-input";

interface TestUserOptions {
  /** Where PingOne sends mail, recovery codes included. */
  email?: pulumi.Input<string> | undefined;
  /** First and last name. */
  name?: { given?: pulumi.Input<string> | undefined; family?: pulumi.Input<string> | undefined } | undefined;
  /** Id (UUID) or name of the population. @default the environment's default population */
  population?: pulumi.Input<string> | undefined;
  /** Whether the user may sign on at all. @default true */
  enabled?: pulumi.Input<boolean> | undefined;
  /** Make the user choose another password at the next sign-on: asked once per password that is declared here. @default false */
  forceChange?: pulumi.Input<boolean> | undefined;
  /** Any number or text: when it changes, the password is set again; a generated one is generated again. */
  valueVersion?: pulumi.Input<string | number> | undefined;
}

interface RowWithValueFrom extends Without<"value" | "generate"> {
  /** Where the provider reads the password: `{ env: "BOB_PASSWORD" }` or `{ file: "bob.txt" }`. */
  valueFrom?: pulumi.Input<SecretFrom> | undefined;
}

interface RowWithGenerate extends Without<"value" | "valueFrom"> {
  /** Make a password that satisfies the policy in force, as for a UserPassword. */
  generate?: pulumi.Input<PasswordRecipe> | undefined;
}

interface RowWithValue extends Without<"valueFrom" | "generate"> {
  /** The password, always treated as a secret, in clear text or encoded with one of PingOne's prefixes. */
  value?: pulumi.Input<string> | undefined;
}

/**
 * One user of a map by username. At most one of `value`, `valueFrom` and `generate` says what the password is; without one a new user has
 * none.
 */
export type TestUserEntry = TestUserOptions & (RowWithValue | RowWithValueFrom | RowWithGenerate);

/**
 * One user to seed. At most one of `value`, `valueFrom` and `generate` says what the password is; without one a new user has none, and a
 * user who had one keeps it. `null` is the same as left out.
 */
export type TestUserArgs = {
  /** What the user signs on with: 1 to 128 characters, in whatever case unique in the environment. Another one is another user. */
  username: string;
} & TestUserEntry;

/** Told apart from a list, which has this: or the compiler blames the usernames of a list for any mistake in it. */
export interface NotAList {
  readonly [Symbol.unscopables]?: undefined;
}
