import { PingOneError } from "./pingone-error";

/** The call did not get an answer: no route, no name, a refused certificate, a connection that broke. */
export class PingOneNetworkError extends PingOneError {
  override readonly name: string = "PingOneNetworkError";

  constructor(
    message: string,
    /** True when the request may have reached PingOne and taken effect all the same. */
    readonly unclear: boolean,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
