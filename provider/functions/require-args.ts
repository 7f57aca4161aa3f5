import { PingOneConfigError } from "../errors";
import { quoted } from "../quoted";
import { findMisspelt } from "../text/find-misspelt";
import { describeNoUuid, isUuid } from "../ids";

/** Arguments that a function takes beside those of its own. */
const COMMON = ["environmentId", "userId", "connection"];

/** Makes sure that no argument passes for one that is not given. @throws {PingOneConfigError} naming the one that is meant */
export function refuseMisspelt(args: object, own: readonly string[]): void {
  const known = [...COMMON, ...own];
  const misspelt = findMisspelt(args, known);
  if (misspelt !== undefined) {
    throw new PingOneConfigError(
      `there is no argument ${quoted(misspelt.name)}: did you mean ${misspelt.meant}? It takes ${known.join(", ")}.`,
    );
  }
}

/** Makes sure that arguments are UUIDs before anything is sent. @throws {PingOneConfigError} naming the argument */
export function requireUuid(argument: string, value: unknown): void {
  if (typeof value !== "string" || !isUuid(value)) {
    throw new PingOneConfigError(`${argument} ${describeNoUuid(value)}`);
  }
}
