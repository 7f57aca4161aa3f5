import { PingOneError } from "./pingone-error";

/** PingOne answered with a success that cannot be read. */
export class PingOneResponseError extends PingOneError {
  override readonly name = "PingOneResponseError";

  constructor(
    message: string,
    /** True when the success itself can be trusted: an answer without a body. Anything else may be somebody else's. */
    readonly isEmpty: boolean,
  ) {
    super(message);
  }
}
