import { isUtf8 } from "node:buffer";

/** A text, or why bytes are none in UTF-8: to stand behind the name of a file, with what is to be done about it. */
export type Decoded = { readonly text: string } | { readonly problem: string; readonly fix: string };

/** Decodes UTF-8 and nothing else: a byte that does not belong is never replaced. A byte order mark is left out. */
export function decodeUtf8(bytes: Buffer): Decoded {
  const mark = MARKS.find(({ begins }) => bytes.subarray(0, begins.length).equals(begins));
  if (mark !== undefined) {
    const shown = [...mark.begins].map((byte) => byte.toString(16).toUpperCase().padStart(2, "0"));
    return {
      problem: `is in ${mark.name} (it begins with the byte order mark ${shown.join(" ")}), not in UTF-8`,
      fix: "save it as UTF-8 (in PowerShell: Set-Content -Encoding utf8, or Out-File -Encoding utf8, instead of >)",
    };
  }
  return isUtf8(bytes)
    ? { text: withoutMark(bytes.toString("utf8")) }
    : { problem: `is not in UTF-8 (line ${firstWrongLine(bytes)})`, fix: "save it as UTF-8" };
}

/** What earlier releases made of any bytes: whatever is not in UTF-8 became U+FFFD. Only to recognise what they have set. */
export function decodeLossily(bytes: Buffer): string {
  return withoutMark(bytes.toString("utf8"));
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

/** The longer marks first: one of them begins with a shorter one. */
const MARKS = [
  { name: "UTF-32", begins: Buffer.from([0xff, 0xfe, 0, 0]) },
  { name: "UTF-32", begins: Buffer.from([0, 0, 0xfe, 0xff]) },
  { name: "UTF-16", begins: Buffer.from([0xff, 0xfe]) },
  { name: "UTF-16", begins: Buffer.from([0xfe, 0xff]) },
] as const;

/** The first line that is not in UTF-8: no character spans two. */
function firstWrongLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf("\n", start);
    const next = end === -1 ? bytes.length : end + 1;
    if (!isUtf8(bytes.subarray(start, next))) {
      break;
    }
    start = next;
  }
  return line;
}
