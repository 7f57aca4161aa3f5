import type { Recipe } from "../../policy";
import type { TestUser } from "../../user-rows";
import type { PolicyCheck } from "../predict-policy";

/** One row as the state holds it: its key is the username, and no password is in it. */
export type Row = Pick<
  TestUser,
  "email" | "name" | "population" | "enabled" | "forceChange" | "valueFrom"
> & {
  readonly generate?: Recipe;
  readonly valueVersion?: string | number;
};

/** Inputs of TestUsers once checked: the passwords are gone. */
export type TestUsersInputs = {
  readonly environmentId: string;
  readonly users: Readonly<Record<string, Row>>;
  /** What the users it creates are marked with at PingOne, and the id of the resource. */
  readonly owner: string;
  /** A mark for each user's password, by usernames in order. */
  readonly fingerprints: string;
  readonly deliverTo?: { readonly file: string } | undefined;
  readonly exposeValue?: boolean | undefined;
  readonly adopt?: boolean | undefined;
  readonly policyCheck?: PolicyCheck | undefined;
  readonly refreshPasswords?: boolean | undefined;
};

/** What the state keeps of TestUsers: of each user what a later run needs, in as few bytes as that takes. */
export type TestUsersState = {
  readonly environmentId: string;
  readonly owner: string;
  /** By username; see `account.ts`. */
  readonly accounts: Readonly<Record<string, string>>;
  readonly fingerprints: string;
  readonly refreshPasswords?: boolean | undefined;
  /** Generated passwords by username, where the program wants them exposed. */
  readonly values?: Readonly<Record<string, string>> | undefined;
};
