import { PingOneConfigError } from "../errors";
import { isWithoutSecrets, WITHOUT_SECRETS } from "../preview-flag";
import { WITHHELD } from "./password-print";
import type { UserPasswordInputs } from "./user-password-types";

/** Nothing is written under the flag: no file either, and no state that would make the next run set what was to be taken over. */
export function refuseWithoutSecrets({ fingerprint }: Pick<UserPasswordInputs, "fingerprint">): void {
  if (fingerprint === WITHHELD || isWithoutSecrets(process.env)) {
    throw new PingOneConfigError(
      `Nothing was set: ${WITHOUT_SECRETS}=1 is for previews, and nothing is written under it. Unset it, and give the value, to make changes.`,
    );
  }
}
