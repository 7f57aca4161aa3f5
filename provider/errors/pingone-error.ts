/** Base of every error this package throws on purpose: catch this one to tell them from a bug. */
export class PingOneError extends Error {
  override readonly name: string = "PingOneError";
}
