/** Base of every error this package throws on purpose: catch this one to tell them from a bug. */
export class PingOneError extends Error {
  override readonly name: string = "PingOneError";

  /** True when the call itself never went out, because no access token could be had for it. */
  declare isUnsent?: true;
}
