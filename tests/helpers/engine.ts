import { resolve } from "node:path";
import { type Engine, readEngine } from "../../scripts/engine/stamp.mjs";

/** The Pulumi that the set-up provided. */
export function engine(): Engine {
  const found = readEngine(resolve(__dirname, "../.."));
  if (found === undefined) {
    throw new Error("There is no Pulumi engine yet: run `npm run setup` first.");
  }
  return found;
}
