import { PingOneError } from "./pingone-error";

/** PingOne took a first step and refused, or did not answer, a later one: `properties` is what holds now and is kept in the state. */
export class PartialFailure extends PingOneError {
  override readonly name = "PartialFailure";

  constructor(
    readonly id: string,
    readonly properties: Readonly<Record<string, unknown>>,
    cause: PingOneError,
  ) {
    super(cause.message, { cause });
  }
}
