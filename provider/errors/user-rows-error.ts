import { PingOneError } from "./pingone-error";

/** Rows of users, or their file, cannot be used. The message lists the first problems with their places; no password is in it. */
export class UserRowsError extends PingOneError {
  override readonly name = "UserRowsError";

  constructor(
    message: string,
    /** Every problem, each with its place. */
    readonly problems: readonly string[],
  ) {
    super(message);
  }
}
