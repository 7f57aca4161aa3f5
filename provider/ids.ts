import { kindOf } from "./text/kind-of";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** PingOne's ids are lower-case UUIDs of any version. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** What is wrong with a value that is no PingOne id, and what to do; to stand behind its name. */
export function describeNoUuid(value: unknown): string {
  if (value === undefined || value === "") {
    return "is missing: give the UUID that PingOne shows for it.";
  }
  if (typeof value === "string" && isUuid(value.toLowerCase())) {
    return "has to be in lower case, as PingOne writes its ids.";
  }
  const got = typeof value === "string" ? "" : `, got ${kindOf(value)}`;
  return `has to be a PingOne id: a lower-case UUID such as 3d2fc8d1-0c4f-4b7e-9a54-6f0d5d1c2b3a${got}. Copy it from the PingOne console or from an output.`;
}
