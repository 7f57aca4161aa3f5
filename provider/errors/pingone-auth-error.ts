import { PingOneError } from "./pingone-error";

/** PingOne does not accept who we say we are: wrong client credentials, or a token that is not valid. */
export class PingOneAuthError extends PingOneError {
  override readonly name = "PingOneAuthError";

  constructor(
    message: string,
    /** HTTP status of the refusal. */
    readonly status: number,
    /** The OAuth `error` of the token endpoint, or PingOne's `code`. */
    readonly code: string,
  ) {
    super(message);
  }
}
