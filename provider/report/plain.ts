import { isRecord } from "../transport";

/** What marks a secret in a state; its value stands beside it, in clear text with `--show-secrets`. */
const SECRET_KEY = "4dabf18193072939515e22adb298388d";

/** A map that is no secret; an empty one for anything else. */
export function plainMap(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) && !isSecret(value) ? value : {};
}

/** A text that is no secret. */
export function plainText(value: unknown): string | undefined {
  return typeof value === "string" && !isSecret(value) ? value : undefined;
}

/** True for what stands in the place of a secret, in a preview or in a state. */
export function isSecret(value: unknown): boolean {
  return value === "[secret]" || (isRecord(value) && Object.hasOwn(value, SECRET_KEY));
}
