import { PingOneError } from "./pingone-error";

/** The connection to PingOne is not, or wrongly, configured. The message names the setting and how to set it. */
export class PingOneConfigError extends PingOneError {
  override readonly name = "PingOneConfigError";
}
