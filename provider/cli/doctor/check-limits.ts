import { readLimits, type ReadKey } from "../../config";
import { limitSettings, type LimitSetting } from "../../config/settings";
import { PingOneConfigError } from "../../errors";
import { failed, type Finding, ok, warning } from "./finding";
import type { Traffic } from "./traffic";

/** How many requests at once may be in flight where nothing is set. */
const DEFAULT_CONCURRENCY = 16;

/** How fast the provider asks, where that is set, and whether the tenant refused anything for the rate just now. */
export function checkLimits(config: ReadKey, env: NodeJS.ProcessEnv, traffic: Traffic): readonly Finding[] {
  try {
    const { maxConcurrency, requestsPerSecond } = readLimits(config, env);
    const concurrency = `${maxConcurrency ?? DEFAULT_CONCURRENCY} requests at once (${placeOf("maxConcurrency", config, env)})`;
    const rate = `${requestsPerSecond ?? "as many as PingOne takes"} a second (${placeOf("requestsPerSecond", config, env)})`;
    return [ok("limits", `${concurrency}, ${rate}.`), ...describeRefusals(traffic.refusedForRate())];
  } catch (error) {
    if (error instanceof PingOneConfigError) {
      return [failed("limits", error.message)];
    }
    throw error;
  }
}

function placeOf(setting: LimitSetting, config: ReadKey, env: NodeJS.ProcessEnv): string {
  if ((env[limitSettings[setting]] ?? "").trim() !== "") {
    return limitSettings[setting];
  }
  return (config(`pingone:${setting}`) ?? "").trim() === "" ? "the default" : `pingone:${setting}`;
}

function describeRefusals(count: number): Finding[] {
  return count === 0
    ? []
    : [
        warning(
          "rate",
          `PingOne refused ${count} of these few requests for the rate (429): somebody else uses the tenant's limit up.`,
          "Set PINGONE_REQUESTS_PER_SECOND below what is left, or run when less goes on. The provider slows down by itself.",
        ),
      ];
}
