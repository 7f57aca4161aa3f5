const NAMES: Readonly<Record<string, string>> = {
  "\u0000": "a null character",
  "\t": "a tab",
  "\n": "a line feed",
  "\r": "a carriage return",
  "\u001B": "an escape character",
  "\u007F": "a delete character",
  "\u00AD": "a soft hyphen",
  "\u200B": "a zero-width space",
  "\u200C": "a zero-width non-joiner",
  "\u200D": "a zero-width joiner",
  "\u2060": "a word joiner",
  "\uFEFF": "a byte order mark",
  "\uFFFD": "a replacement character",
};

/** Names a character that a message could not show: `a carriage return (U+000D)`. */
export function nameCharacter(character: string): string {
  return `${NAMES[character] ?? kindOf(character)} (${codeOf(character)})`;
}

/** Where in a text something stands that begins at `start` and is `length` code units long; characters count from 1. */
export function placeIn(text: string, start: number, length: number): string {
  if (start === 0) {
    return "at its start";
  }
  return start + length === text.length
    ? "at its end"
    : `as its character ${Array.from(text.slice(0, start)).length + 1}`;
}

function kindOf(character: string): string {
  if (/^[\uD800-\uDFFF]$/.test(character)) {
    return "half of a character";
  }
  return /^\p{Cc}$/u.test(character) ? "a control character" : "an invisible character";
}

function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
