import { isRecord, parseJson } from "./error-body";

/** True when a text of the other side's repeats one of the secrets: as it is, encoded, or hidden behind JSON's escapes. */
export function repeatsSecret(text: string, secrets: readonly string[]): boolean {
  const texts = [text, ...stringsIn(parseJson(text))];
  return secrets.some((secret) => secret !== "" && texts.some((part) => containsSecret(part, secret)));
}

function containsSecret(text: string, secret: string): boolean {
  return (
    text.includes(secret) ||
    text.includes(JSON.stringify(secret).slice(1, -1)) ||
    text.includes(encodeURIComponent(wellFormed(secret)))
  );
}

/** Half of a surrogate pair, which a text may hold, has no percent-encoding; UTF-8 has a mark for it. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") {
    return [value];
  }
  if (Array.isArray(value)) {
    return value.flatMap(stringsIn);
  }
  return isRecord(value) ? Object.entries(value).flatMap(([key, inner]) => [key, ...stringsIn(inner)]) : [];
}
