/**
 * The Cookie header of the next call: what was sent so far with what the answer sets. A sign-on stays below one path of one host,
 * so that names and values are all there is to keep.
 */
export function replayedCookies(set: readonly string[], sent = ""): string {
  const pairs = [...sent.split("; "), ...set.map((cookie) => (cookie.split(";", 1)[0] ?? "").trim())];
  const byName = new Map(
    pairs.filter((pair) => pair.includes("=")).map((pair) => [pair.split("=", 1)[0], pair]),
  );
  return [...byName.values()].join("; ");
}
