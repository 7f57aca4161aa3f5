import type { User } from "../operations";
import type { DeclaredUser } from "./user-fields";

/** Inputs of a User once checked. */
export type UserInputs = DeclaredUser & {
  readonly environmentId: string;
  readonly adopt?: boolean | undefined;
  /** What the users that this resource creates are marked with at PingOne. */
  readonly owner?: string | undefined;
};

/** Whether, and why not, a user signs on, whatever the password is. */
export type UserAccount = Pick<User["account"], "status" | "canAuthenticate">;

/**
 * What the state keeps of a User: what PingOne has for each field that is declared, so that a difference shows. Which user it is
 * stands in the resource's id.
 */
export type UserState = DeclaredUser & {
  readonly account: UserAccount;
  /** True for a user who was there before: a deletion leaves that one. */
  readonly adopted?: true | undefined;
};
