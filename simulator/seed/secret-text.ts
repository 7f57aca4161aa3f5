import { isPreEncoded } from "../password/stored-value";

const NAMES: Readonly<Record<string, string>> = {
  "\u0000": "a null character",
  "\t": "a tab",
  "\n": "a line feed",
  "\r": "a carriage return",
  "\uFFFD": "a replacement character",
};

/** What nobody can type: control characters, what stands for bytes that were not in UTF-8, halves of characters. */
const UNFIT = /[\p{Cc}\p{Cs}\uFFFD]/u;

/** Why a text cannot be a secret of a seed, to stand behind its field; undefined for one that can. The text is not repeated. */
export function describeUnfit(text: string): string | undefined {
  const found = UNFIT.exec(text);
  if (found === null) return undefined;
  const [character] = found;
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  const before = Array.from(text.slice(0, found.index)).length;
  const place = found.index + 1 === text.length ? "at its end" : `as its character ${before + 1}`;
  return `has ${NAMES[character] ?? "a character"} (U+${code}) ${place}, which nobody can type`;
}

/** What stands out about a password of a seed, though it can be meant. */
export function describeOdd(text: string): string[] {
  return [
    ...(text.trim() === text ? [] : ["begins or ends with white space, which is taken for a part of it"]),
    ...(/^(["'`]).*\1$/su.test(text)
      ? ["has the same quotation mark at both ends, which is taken for a part of it"]
      : []),
    ...(isStrayHash(text)
      ? [
          "looks like a hash without one of PingOne's prefixes, such as {SSHA256} or {BCRYPT}: the hash itself is the password",
        ]
      : []),
  ];
}

function isStrayHash(text: string): boolean {
  return (
    (/^\{[^{}\s]{2,40}\}./su.test(text) && !isPreEncoded(text)) || /^\$(2[abxy]?|argon2\w+)\$/.test(text)
  );
}
