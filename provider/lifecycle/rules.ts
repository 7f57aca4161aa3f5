import { describeNoUuid, isUuid } from "../ids";
import { quoted } from "../quoted";
import type { CheckFailure, Props } from "./lifecycle";
import { isUnknown } from "./unknown";
import { gotNoBoolean, gotNoText, kindOf } from "../text/kind-of";
import { didYouMean, nearest } from "../text/nearest";
import { wellFormed } from "../well-formed";

/** Characters of a username at PingOne; nothing else that is declared by name has more. */
const LONGEST_NAME = 128;

/** Each of the properties has to be a lower-case UUID. */
export function requireUuids(news: Props, properties: readonly string[]): CheckFailure[] {
  return properties.flatMap((property) => {
    const value = news[property];
    if (isUnknown(value) || (typeof value === "string" && isUuid(value))) {
      return [];
    }
    const hint =
      property === "userId" && isName(value) && !isUuid(value.toLowerCase()) ? ` ${FOR_A_USERNAME}` : "";
    return [failure(`${property} ${describeNoUuid(value)}${hint}`)];
  });
}

/** What most texts are that are given for an id. */
const FOR_A_USERNAME = "To look a user up by username: getUserOutput({ environmentId, username }).userId.";

const RULE = `has to be a text of 1 to ${LONGEST_NAME} characters`;

const HINTS: Readonly<Record<string, string>> = {
  applicationId:
    "give the client id of the application that people sign on to (PingOne console: Applications)",
  username: "give what the user signs on with",
};

/** Each of the properties has to be a text that PingOne could know something by. */
export function requireTexts(news: Props, properties: readonly string[]): CheckFailure[] {
  return properties
    .filter((property) => !isUnknown(news[property]))
    .filter((property) => !isName(news[property]))
    .map((property) =>
      failure(
        typeof news[property] === "string" || news[property] === undefined
          ? `${property} ${news[property] === undefined ? "is missing" : RULE}: ${HINTS[property] ?? "give it"}.`
          : `${property} ${RULE}${gotNoText(news[property])}`,
      ),
    );
}

/** Half of a character, which a text may hold, cannot be sent. */
function isName(value: unknown): value is string {
  return (
    typeof value === "string" &&
    value.trim() !== "" &&
    Array.from(value).length <= LONGEST_NAME &&
    wellFormed(value) === value
  );
}

/** Each of the properties, where given, has to be true or false. */
export function allowBooleans(news: Props, properties: readonly string[]): CheckFailure[] {
  return properties
    .filter((property) => news[property] !== undefined && !isUnknown(news[property]))
    .filter((property) => typeof news[property] !== "boolean")
    .map((property) => failure(`${property} has to be true or false${gotNoBoolean(news[property])}`));
}

/** The property, where given, has to be one of the choices. */
export function allowChoices(news: Props, property: string, choices: readonly string[]): CheckFailure[] {
  const value = news[property];
  if (value === undefined || isUnknown(value) || choices.includes(value as string)) {
    return [];
  }
  const list = `has to be one of ${choices.map((choice) => `"${choice}"`).join(", ")}`;
  if (typeof value !== "string") {
    return [failure(`${property} ${list}, got ${kindOf(value)}.`)];
  }
  const meant = nearest(value, choices);
  return [
    failure(
      meant === undefined ? `${property} ${list}.` : `${property}: did you mean "${meant}"? It ${list}.`,
    ),
  ];
}

/** A property that is no input is a typing error, which must not pass for a setting. */
export function refuseOthers(news: Props, resource: string, properties: readonly string[]): CheckFailure[] {
  return Object.keys(news)
    .filter((property) => !properties.includes(property))
    .map((property) =>
      failure(
        `${quoted(property)} is not an input of ${resource}${didYouMean(property, properties)} Its inputs are ${properties.join(", ")}.`,
      ),
    );
}

/** A failure that names its property in words. */
export function failure(reason: string): CheckFailure {
  return { property: "", reason };
}
