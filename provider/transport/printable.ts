/** A code or an id of the other side's could hold anything: one short line at most reaches a terminal. */
export function printable(text: string): string {
  return withoutBlanks(text).slice(0, LONGEST);
}

/** The same at its whole length. */
export function withoutBlanks(text: string): string {
  return text.replace(/[^\x21-\x7e]+/g, "");
}

const LONGEST = 64;
