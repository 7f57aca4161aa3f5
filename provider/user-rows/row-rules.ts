import { describeNoUuid, isUuid } from "../ids";
import { isRecord } from "../transport";
import { gotNoBoolean, gotNoText } from "../text/kind-of";
import { didYouMean } from "../text/nearest";
import { isEmailAddress } from "./email-address";
import { quote } from "./quote";
import { USER_PROPERTIES } from "./test-user";

/** Something about a row that PingOne would refuse, or take for something else. */
export type Finding = { readonly column: string | undefined; readonly reason: string };

/** True for a value that is not known yet, which no rule may look at. */
export type IsUnknown = (value: unknown) => boolean;

/** What is wrong with a row by itself. Of the password it only looks at how often it is said what it is. */
export function checkRow(row: unknown, isUnknown: IsUnknown): Finding[] {
  if (!isRecord(row)) {
    return isUnknown(row)
      ? []
      : [{ column: undefined, reason: 'a user is an object such as { username: "bob" }.' }];
  }
  const { name } = row;
  const given = isRecord(name) ? { ...row, "name.given": name["given"], "name.family": name["family"] } : row;
  return [
    ...refuseOthers(row),
    ...Object.entries(RULES).flatMap(([column, rule]) => {
      const value = (given as Readonly<Record<string, unknown>>)[column];
      const reason = !isRecord(value) && isUnknown(value) ? undefined : rule(value, row);
      return reason === undefined ? [] : [{ column, reason: `${column} ${reason}` }];
    }),
    ...refuseTwoPasswords(row),
  ];
}

/** Characters of a username at PingOne. */
const LONGEST_USERNAME = 128;

const NAME_PARTS = ["given", "family"];

/** What is wrong with a column's value, to stand behind its name. */
type Rule = (value: unknown, row: Readonly<Record<string, unknown>>) => string | undefined;

const RULES: Readonly<Record<string, Rule>> = {
  username: (value) =>
    value === undefined || value === ""
      ? "is missing: give what the user signs on with."
      : optional(value, (text) =>
          Array.from(text).length > LONGEST_USERNAME
            ? `has more than ${LONGEST_USERNAME} characters, more than PingOne takes: give a shorter one.`
            : undefined,
        ),
  email: (value, row) =>
    optional(value, (text) =>
      isEmailAddress(text)
        ? undefined
        : `${quote(text, row)}is not a well-formed address: give one such as bob@example.com, or leave email out.`,
    ),
  name: (value) =>
    value === undefined || isRecord(value)
      ? undefined
      : "has to be { given, family }, either of which may be left out.",
  "name.given": (value) => optional(value),
  "name.family": (value) => optional(value),
  population: (value) =>
    optional(value, (text) =>
      isUuid(text.toLowerCase()) && !isUuid(text) ? describeNoUuid(text) : undefined,
    ),
  enabled: describeNoBoolean,
  forceChange: describeNoBoolean,
};

/** A text, where it is given. White space at an end is never seen, and PingOne would take it for a part of the text. */
function optional(
  value: unknown,
  rule: (text: string) => string | undefined = () => undefined,
): string | undefined {
  if (value === undefined) {
    return undefined;
  }
  if (typeof value !== "string") {
    return `has to be a text${gotNoText(value)}`;
  }
  if (value === "") {
    return "is empty: leave it out.";
  }
  if (/\p{Cc}/u.test(value)) {
    return "has a line break, a tab or another control character in it: take it out.";
  }
  return value.trim() === value ? rule(value) : "begins or ends with white space: take it away.";
}

function describeNoBoolean(value: unknown): string | undefined {
  return value === undefined || typeof value === "boolean"
    ? undefined
    : `has to be true or false${gotNoBoolean(value)}`;
}

function refuseOthers(row: Readonly<Record<string, unknown>>): Finding[] {
  const { name } = row;
  const parts = isRecord(name) ? Object.keys(name).filter((part) => !NAME_PARTS.includes(part)) : [];
  return [
    ...Object.keys(row)
      .filter((property) => !USER_PROPERTIES.includes(property))
      .map((property) => ({
        column: property,
        reason: `${JSON.stringify(property)} is no property of a user${didYouMean(property, USER_PROPERTIES)} They are ${USER_PROPERTIES.join(", ")}.`,
      })),
    ...parts.map((part) => ({
      column: `name.${part}`,
      reason: `${JSON.stringify(part)} is no part of a name here${didYouMean(part, NAME_PARTS)} It takes given and family.`,
    })),
  ];
}

function refuseTwoPasswords(row: Readonly<Record<string, unknown>>): Finding[] {
  const given = ["value", "valueFrom", "generate"].filter((property) => row[property] !== undefined);
  return given.length < 2
    ? []
    : [
        {
          column: given[1],
          reason: `${given.join(" and ")} each say what the password is: keep one of them.`,
        },
      ];
}
