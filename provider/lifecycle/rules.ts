import { isUuid } from "../ids";
import type { CheckFailure, Props } from "./lifecycle";
import { isUnknown } from "./unknown";

/** Each of the properties has to be a lower-case UUID. */
export function requireUuids(news: Props, properties: readonly string[]): CheckFailure[] {
  return properties.flatMap((property) => {
    const value = news[property];
    if (isUnknown(value) || (typeof value === "string" && isUuid(value))) {
      return [];
    }
    return [{ property, reason: `${property} ${uuidRule(value)}` }];
  });
}

function uuidRule(value: unknown): string {
  if (value === undefined || value === "") {
    return "is missing: give the UUID that PingOne shows for it.";
  }
  if (typeof value === "string" && isUuid(value.toLowerCase())) {
    return "has to be in lower case, as PingOne writes its ids.";
  }
  return "has to be a PingOne id: a lower-case UUID such as 3d2fc8d1-0c4f-4b7e-9a54-6f0d5d1c2b3a. Copy it from the PingOne console or from an output.";
}

/** Each of the properties, where given, has to be true or false. */
export function allowBooleans(news: Props, properties: readonly string[]): CheckFailure[] {
  return properties
    .filter((property) => news[property] !== undefined && !isUnknown(news[property]))
    .filter((property) => typeof news[property] !== "boolean")
    .map((property) => ({
      property,
      reason: `${property} has to be true or false (a boolean, without quotes).`,
    }));
}

/** The property, where given, has to be one of the choices. */
export function allowChoices(news: Props, property: string, choices: readonly string[]): CheckFailure[] {
  const value = news[property];
  if (value === undefined || isUnknown(value) || choices.includes(value as string)) {
    return [];
  }
  return [
    {
      property,
      reason: `${property} has to be one of ${choices.map((choice) => `"${choice}"`).join(", ")}.`,
    },
  ];
}

/** A property that is no input is a typing error, which must not pass for a setting. Its value may be a secret and is not shown. */
export function refuseOthers(news: Props, resource: string, properties: readonly string[]): CheckFailure[] {
  return Object.keys(news)
    .filter((property) => !properties.includes(property))
    .map((property) => ({
      property: "",
      reason: `"${property}" is not an input of ${resource}. Its inputs are ${properties.join(", ")}.`,
    }));
}
