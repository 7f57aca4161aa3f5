import { obstaclesTo } from "../delivery";
import { PingOneError } from "../errors";
import { isWithoutSecrets } from "../preview-flag";
import { userKey } from "./user-id";
import type { Session } from "./session";
import type { UserPasswordInputs } from "./user-password-types";

/** Said at preview and when it is tried. */
export const VALUE_NOT_HERE =
  "The password did not reach this step: it is kept in the provider's process only. Give value or valueFrom in the program (ignoreChanges takes it away), and run the command again.";

/**
 * Stops a preview of a password that is to be set again (onExternalChange: reset) where the set could not be carried out: check does
 * not know yet that there is going to be one.
 * @throws {PingOneError} naming what is in the way
 */
export function refuseHopelessReset({ livingUsers, values, unfit }: Session, news: UserPasswordInputs): void {
  // A refresh comes without the program: there is no value then, and no set.
  if (!livingUsers.has(userKey(news)) || isWithoutSecrets(process.env)) {
    return;
  }
  const { generate, deliverTo, fingerprint } = news;
  if (generate === undefined && !values.has(fingerprint)) {
    throw new PingOneError(unfit.get(fingerprint) ?? VALUE_NOT_HERE);
  }
  const obstacles = deliverTo === undefined ? [] : obstaclesTo(deliverTo);
  if (obstacles.length > 0) {
    throw new PingOneError(obstacles.join(" "));
  }
}
