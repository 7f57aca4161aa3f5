import type { User } from "../operations";
import { isRecord } from "../transport";
import { UNKNOWN } from "./unknown";

/** What a program may declare of a user, as the engine holds it. */
export type DeclaredUser = {
  readonly username: string;
  readonly email?: string | undefined;
  readonly name?: { readonly given?: string | undefined; readonly family?: string | undefined } | undefined;
  /** Id of the population. */
  readonly population?: string | undefined;
  readonly enabled?: boolean | undefined;
};

/** The same without nesting: each is managed on its own. */
export type UserFields = {
  readonly username?: string | undefined;
  readonly email?: string | undefined;
  readonly "name.given"?: string | undefined;
  readonly "name.family"?: string | undefined;
  readonly population?: string | undefined;
  readonly enabled?: boolean | undefined;
};

/** Name of one of them, as programs and messages have it. */
export type UserField = keyof UserFields;

/** All of them, in the order of messages. */
export const USER_FIELDS: readonly UserField[] = [
  "username",
  "email",
  "name.given",
  "name.family",
  "population",
  "enabled",
];

/** Takes apart what is declared. A name that is not known yet may be any. */
export function fieldsOf({ name, ...others }: Partial<DeclaredUser>): UserFields {
  const parts = name === undefined || isRecord(name) ? name : { given: UNKNOWN, family: UNKNOWN };
  const { username, email, population, enabled } = others;
  return { username, email, "name.given": parts?.given, "name.family": parts?.family, population, enabled };
}

/** What a user has of each; an empty text where there is nothing, so that it shows as a difference. */
export function fieldsAt({ username = "", email = "", name, populationId = "", enabled }: User): UserFields {
  const { given = "", family = "" } = name ?? {};
  return { username, email, "name.given": given, "name.family": family, population: populationId, enabled };
}

/** Puts together again what state and outputs hold. */
export function declaredBy(fields: UserFields): DeclaredUser {
  const { username = "", email, "name.given": given, "name.family": family, population, enabled } = fields;
  const name = {
    ...(given === undefined ? {} : { given }),
    ...(family === undefined ? {} : { family }),
  };
  return {
    username,
    email,
    name: Object.keys(name).length === 0 ? undefined : name,
    population,
    enabled,
  };
}

/** The fields that are declared and not what is held. One that is not known yet may be another. */
export function differing(held: UserFields, declared: UserFields): readonly UserField[] {
  return USER_FIELDS.filter((field) => declared[field] !== undefined && declared[field] !== held[field]);
}

/** The fields that were declared before and are not any more. */
export function givenUp(held: UserFields, declared: UserFields): readonly UserField[] {
  return USER_FIELDS.filter((field) => held[field] !== undefined && declared[field] === undefined);
}

/** Of some fields those that are named. */
export function only(fields: UserFields, names: readonly UserField[]): UserFields {
  return Object.fromEntries(
    USER_FIELDS.filter((field) => names.includes(field)).map((field) => [field, fields[field]]),
  );
}

/** The names of the fields that are declared. */
export function namesIn(fields: UserFields): readonly UserField[] {
  return USER_FIELDS.filter((field) => fields[field] !== undefined);
}
