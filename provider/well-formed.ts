/** Half of a surrogate pair, which a text may hold, has no percent-encoding: UTF-8 has a mark for it, which takes its place. */
export function wellFormed(text: string): string {
  return Buffer.from(text).toString();
}
