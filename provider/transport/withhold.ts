import { wellFormed } from "../well-formed";
import { parseJson } from "./error-body";
import { withoutBlanks } from "./printable";

/**
 * True when a text of the other side's repeats one of the secrets: as it is, encoded, hidden behind JSON's escapes, or interspersed with
 * what is left out when it is shown.
 */
export function repeatsSecret(text: string, secrets: readonly string[]): boolean {
  const searched = secrets.filter((secret) => secret !== "").flatMap(spellingsOf);
  return [text, ...stringsIn(parseJson(text))].some((part) => {
    const parts = [upperCodes(part), upperCodes(withoutBlanks(part))];
    return searched.some((spelling) => parts.some((one) => one.includes(spelling)));
  });
}

function spellingsOf(secret: string): string[] {
  return [
    upperCodes(secret),
    upperCodes(JSON.stringify(secret).slice(1, -1)),
    encodeURIComponent(wellFormed(secret)),
    // As a form has it, in which a client secret may be sent.
    new URLSearchParams({ "": secret }).toString().slice(1),
  ];
}

/** Percent-encoding may be in either case. */
function upperCodes(text: string): string {
  return text.includes("%") ? text.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase()) : text;
}

/** Keys and values alike, without a call for each level: JSON may nest deeper than the stack. */
function stringsIn(value: unknown): string[] {
  const strings: string[] = [];
  const left = [value];
  while (left.length > 0) {
    const next = left.pop();
    if (typeof next === "string") {
      strings.push(next);
    } else if (typeof next === "object" && next !== null) {
      for (const [key, inner] of Object.entries(next)) {
        left.push(key, inner);
      }
    }
  }
  return strings;
}
