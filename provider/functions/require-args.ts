import { PingOneConfigError } from "../errors";
import { describeNoUuid, isUuid } from "../ids";

/** Makes sure that arguments are UUIDs before anything is sent. @throws {PingOneConfigError} naming the argument */
export function requireUuid(name: string, argument: string, value: unknown): void {
  if (typeof value !== "string" || !isUuid(value)) {
    throw new PingOneConfigError(`${name}: ${argument} ${describeNoUuid(value)}`);
  }
}
