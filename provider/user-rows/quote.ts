import { quoted } from "../quoted";

/**
 * A row's text for a message, and a space behind it. Of a row with a password in it nothing is repeated: cells slip, and people take
 * names for passwords.
 */
export function quote(text: string, row: Readonly<Record<string, unknown>>): string {
  return row["value"] === undefined ? `${quoted(text)} ` : "";
}
