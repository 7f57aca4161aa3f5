/** True for a version that is not older than a minimum; both as in `v3.258.0` or `20.19`. False for a text without a version. */
export function isAtLeast(version: string, minimum: string): boolean {
  const [has, wants] = [numbersOf(version), numbersOf(minimum)];
  const difference = wants.map((number, place) => (has[place] ?? 0) - number).find((step) => step !== 0);
  return has.length > 0 && (difference ?? 0) >= 0;
}

function numbersOf(version: string): number[] {
  const [found = ""] = /\d+(\.\d+)*/.exec(version) ?? [];
  return found === "" ? [] : found.split(".").map(Number);
}
