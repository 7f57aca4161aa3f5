import { deliver } from "../delivery";
import type { Report } from "./lifecycle";
import { refuseWithoutSecrets } from "./refuse-without-secrets";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** A generated password that is not to stand in the state any longer goes where the program wants it now, or nobody would have it. */
export async function handOver(
  olds: UserPasswordState,
  news: UserPasswordInputs,
  report: Report,
): Promise<void> {
  const { exposeValue, deliverTo } = news;
  if (olds.value !== undefined && exposeValue !== true && deliverTo !== undefined) {
    refuseWithoutSecrets(news);
    const { place } = await deliver(deliverTo, olds.value);
    report.info(`The generated password moved from the state to ${place}.`);
  }
}
