import { PingOneNetworkError } from "./pingone-network-error";

/** PingOne did not answer in time. Whether it did what was asked is not known. */
export class PingOneTimeoutError extends PingOneNetworkError {
  override readonly name = "PingOneTimeoutError";
}
