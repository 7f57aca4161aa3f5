import { inspect } from "node:util";
import { AssertionError } from "chai";

/** Fails when anything that can be printed of an error holds one of the secrets: message, stack, cause, hidden fields, JSON. */
export function expectNoSecrets(error: Error, secrets: readonly string[]): void {
  const printed = [
    inspect(error, { depth: Infinity, showHidden: true }),
    JSON.stringify(error),
    error.stack ?? "",
    inspect(error.cause, { depth: Infinity, showHidden: true }),
  ].join("\n");
  // The secret itself stays out of the test's output as well.
  const shown = secrets.findIndex((secret) => printed.includes(secret));
  if (shown >= 0) {
    throw new AssertionError(`${error.name} shows secret number ${shown}`);
  }
}
