import type { LoggedRequest } from "./simulator-process";

/** Requests for each user, without those for a token. */
export type Calls = { readonly reads: number; readonly writes: number };

/** Counts what came in. */
export function countCalls(requests: readonly LoggedRequest[], users: number): Calls {
  const calls = requests.filter(({ operation }) => operation !== "issueToken");
  const reads = calls.filter(({ method }) => method === "GET").length;
  return { reads: reads / users, writes: (calls.length - reads) / users };
}

/** Such as "1 write, 0.01 reads". */
export function describeCalls({ reads, writes }: Calls): string {
  return [name(writes, "write"), name(reads, "read")].filter((text) => text !== "").join(", ") || "none";
}

function name(count: number, noun: string): string {
  return count === 0 ? "" : `${Number(count.toFixed(2))} ${noun}${count === 1 ? "" : "s"}`;
}
