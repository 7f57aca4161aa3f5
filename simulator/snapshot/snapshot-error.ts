/** A snapshot that cannot be used; the message names the entry and the field. */
export class SnapshotError extends Error {
  /** @param problem what is wrong with the entry, fit to follow its name */
  constructor(where: string, problem: string) {
    super(`Wrong snapshot: ${where} ${problem}.`);
    this.name = "SnapshotError";
  }
}
