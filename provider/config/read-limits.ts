import { PingOneConfigError } from "../errors";
import { limitSettings, type LimitSetting, type Limits } from "./settings";
import { configured, environment, type ReadKey, type Source } from "./source";

/** What a setting of the pace has to be. */
type Rule = { readonly holds: (value: number) => boolean; readonly text: string };

const RULES: Readonly<Record<LimitSetting, Rule>> = {
  maxConcurrency: {
    holds: (value) => Number.isSafeInteger(value) && value >= 1,
    text: "has to be a whole number of at least 1: requests in flight at once (16 when it is not set)",
  },
  requestsPerSecond: {
    holds: (value) => Number.isFinite(value) && value > 0,
    text: "has to be a number above 0, such as 50: requests per second (no limit of our own when it is not set)",
  },
};

/**
 * How fast PingOne is asked: each setting from the environment, else from the explicit `pingone.Provider` or the stack's configuration.
 * They are no part of the connection, which is taken whole from one place.
 * @throws {PingOneConfigError} naming the setting, where it was found, the rule and how to set it.
 */
export function readLimits(config: ReadKey, env: NodeJS.ProcessEnv): Limits {
  const sources = [environment(env, limitSettings), configured(config)];
  return {
    maxConcurrency: readLimit("maxConcurrency", sources),
    requestsPerSecond: readLimit("requestsPerSecond", sources),
  };
}

/**
 * The pace that options given as such ask for, and where one is left out, the environment.
 * @throws {PingOneConfigError} naming the option, the rule and how to set it.
 */
export function completeLimits(given: Limits, env: NodeJS.ProcessEnv): Limits {
  const options: Source<LimitSetting> = {
    name: "the options",
    read: (setting) => (given[setting] === undefined ? undefined : String(given[setting])),
    nameOf: (setting) => setting,
    howToSet: (setting) => `pass ${setting} as a number, or leave it out`,
  };
  const sources = [options, environment(env, limitSettings)];
  return {
    maxConcurrency: readLimit("maxConcurrency", sources),
    requestsPerSecond: readLimit("requestsPerSecond", sources),
  };
}

function readLimit(setting: LimitSetting, sources: readonly Source<LimitSetting>[]): number | undefined {
  const source = sources.find((candidate) => candidate.read(setting) !== undefined);
  const text = source?.read(setting);
  if (source === undefined || text === undefined) {
    return undefined;
  }
  const { holds, text: rule } = RULES[setting];
  // Number alone would take "0x10" and "1e3", which nobody means.
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (!holds(value)) {
    throw new PingOneConfigError(
      `${source.nameOf(setting)} in ${source.name} ${rule}. Correct or remove it: ${source.howToSet(setting)}`,
    );
  }
  return value;
}
