export const memberNames: readonly string[] = ["alice", "bob"];
