import type * as pulumi from "@pulumi/pulumi";
import { markUnknownTexts, plainValue, plainVersion } from "./plain-value";

/** Inputs as the engine can keep them; what in them has no value is marked for check to refuse. */
export function plainInputs(inputs: pulumi.Inputs): pulumi.Inputs {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, plainInput(name, value)]));
}

function plainInput(name: string, value: unknown): unknown {
  switch (name) {
    case "triggers":
      return plainValue(value);
    case "valueVersion":
      return plainVersion(value);
    case "users":
      return plainUsers(value);
    default:
      return markUnknownTexts(value);
  }
}

/** Rows by username. */
function plainUsers(users: unknown): unknown {
  return typeof users === "object" && users !== null
    ? Object.fromEntries(Object.entries(users).map(([username, row]) => [username, plainRow(row)]))
    : users;
}

function plainRow(row: unknown): unknown {
  const plain = markUnknownTexts(row);
  return typeof plain === "object" && plain !== null && "valueVersion" in plain
    ? { ...plain, valueVersion: plainVersion(plain.valueVersion) }
    : plain;
}
