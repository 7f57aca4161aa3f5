import type { Recipe } from "../policy";
import type { ORIGIN, RowOrigin } from "./origin";

/** What a row says of a user but for the password. */
type TestUserFields = {
  /** What the user signs on with: 1 to 128 characters, in whatever case unique in the environment. */
  readonly username: string;
  /** Where PingOne sends mail, recovery codes included. */
  readonly email?: string;
  /** First and last name. */
  readonly name?: { readonly given?: string; readonly family?: string };
  /** Id (UUID) or name of the population. @default the environment's default population */
  readonly population?: string;
  /** Whether the user can sign on at all. @default true */
  readonly enabled?: boolean;
  /** Make the user choose another password at the next sign-on. @default false */
  readonly forceChange?: boolean;
  /** Any number or text: another one generates the password again. */
  readonly valueVersion?: string | number;
  /** Where the row stands, when it was read from a file. */
  readonly [ORIGIN]?: RowOrigin;
};

type TestUserPassword =
  | {
      /** The password itself. */
      readonly value?: string;
      readonly valueFrom?: undefined;
      readonly generate?: undefined;
    }
  | {
      /** Where the provider reads the password; a relative path starts at the program's folder. */
      readonly valueFrom?:
        | { readonly env: string; readonly file?: undefined }
        | { readonly file: string; readonly env?: undefined };
      readonly value?: undefined;
      readonly generate?: undefined;
    }
  | {
      /** Make a password that satisfies the policy in force. */
      readonly generate?: Recipe;
      readonly value?: undefined;
      readonly valueFrom?: undefined;
    };

/** One user to seed. The password is what `value`, `valueFrom` or `generate` says: at most one of them. */
export type TestUser = TestUserFields & TestUserPassword;

/** Names of all properties of a {@link TestUser}. */
export const USER_PROPERTIES: readonly string[] = [
  "username",
  "email",
  "name",
  "population",
  "enabled",
  "forceChange",
  "value",
  "valueFrom",
  "generate",
  "valueVersion",
] satisfies (keyof TestUser)[];
