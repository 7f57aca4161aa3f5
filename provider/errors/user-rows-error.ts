import { PingOneError } from "./pingone-error";

/** Rows of users, or their file, cannot be used. The message lists the first problems with their places; no password is in it. */
export class UserRowsError extends PingOneError {
  override readonly name = "UserRowsError";

  /** Read by Pulumi: the program then ends with the message alone, which a stack trace would bury. */
  readonly __pulumiRunError = true;

  constructor(
    message: string,
    /** Every problem, each with its place. */
    readonly problems: readonly string[],
  ) {
    super(message);
  }
}
