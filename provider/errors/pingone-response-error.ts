import { PingOneError } from "./pingone-error";

/** PingOne accepted the call but its answer cannot be read: what was asked has happened, the outcome is not known. */
export class PingOneResponseError extends PingOneError {
  override readonly name = "PingOneResponseError";
}
