import type { Simulator } from "../../simulator";

/** How often each operation was called since the last look, by `<operation> <status>`. */
export function takeCalls(simulator: Simulator): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { operation = "unknown", status = "dropped" } of simulator.ledger.entries) {
    const call = `${operation} ${status}`;
    counts[call] = (counts[call] ?? 0) + 1;
  }
  simulator.ledger.clear();
  return counts;
}

/** The same for calls that change something, or try to. */
export function takeWrites(simulator: Simulator): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(takeCalls(simulator)).filter(([call]) => !/^(issueToken|read|list)/.test(call)),
  );
}
