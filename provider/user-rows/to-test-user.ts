import { positionOf, ORIGIN } from "./origin";
import { HOME_REF, isHomeRef, NO_PASSWORD_REF, type PasswordSource, readPasswordRef } from "./password-ref";
import type { Problem } from "./problem";
import type { RawRow } from "./raw-row";

/** A user as far as a file's row gives it: which of its values can be used is for the rules to say. */
export type UserDraft = Readonly<Record<string, unknown>>;

/** Makes a user of a row. @param folder where a relative path in it starts */
export function toTestUser({ origin, cells }: RawRow, folder: string, problems: Problem[]): UserDraft {
  const { "name.given": given, "name.family": family, passwordRef, password, ...plain } = cells;
  const refuse = (column: string, reason: string) => {
    problems.push({ ...positionOf(origin, column), reason });
    return {};
  };
  const name = {
    ...(given === undefined ? {} : { given }),
    ...(family === undefined ? {} : { family }),
  };
  return {
    ...plain,
    ...(Object.keys(name).length === 0 ? {} : { name }),
    ...readPassword(passwordRef, password, folder, refuse),
    [ORIGIN]: origin,
  };
}

type Refuse = (column: string, reason: string) => PasswordSource;

function readPassword(
  ref: unknown,
  password: unknown,
  folder: string,
  refuse: Refuse,
): PasswordSource | { readonly value: string } {
  if (ref !== undefined && password !== undefined) {
    return refuse("passwordRef", "password and passwordRef are both given: keep one of them.");
  }
  if (password !== undefined) {
    return typeof password === "string" && password !== ""
      ? { value: password }
      : refuse("password", "password has to be a text: put it in quotes, or leave it out.");
  }
  if (ref === undefined) {
    return {};
  }
  if (typeof ref === "string" && isHomeRef(ref, folder)) {
    return refuse("passwordRef", HOME_REF);
  }
  const source = typeof ref === "string" ? readPasswordRef(ref, folder) : undefined;
  return source ?? refuse("passwordRef", NO_PASSWORD_REF);
}
