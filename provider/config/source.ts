import { hostVariable } from "./host-variables";
import { orUndefined } from "./or-undefined";
import { serviceEndpoint } from "./service-endpoints";
import type { ServiceHost } from "./service-hosts";
import { type ConnectionSettings, settingNames, settings, type Setting, type UrlSetting } from "./settings";

/** Reads one key of Pulumi's configuration, e.g. `pingone:clientId`. */
export type ReadKey = (key: string) => string | undefined;

/** One place that settings are read from: a whole connection, unless others are named. */
export type Source<Name extends string = Setting> = {
  /** In words for messages. */
  readonly name: string;
  /** The host that this place names in the way of other PingOne tools. */
  readonly serviceHost?: (setting: UrlSetting) => ServiceHost | undefined;
  /** The host that another place names, which must not be passed over in silence. */
  readonly otherServiceHost?: (setting: UrlSetting) => ServiceHost | undefined;
  read(setting: Name): string | undefined;
  /** The name that a setting has here, for messages. */
  nameOf(setting: Name): string;
  /** How a person sets it here. */
  howToSet(setting: Name): string;
};

/** Written by `pingone.Provider` among its inputs: the engine hands a stack's configuration and a provider's inputs over alike. */
export const EXPLICIT_PROVIDER_KEY = "pingone:explicitProvider";

/**
 * The one place the connection is taken from: an explicit `pingone.Provider`, else the environment, else the stack's configuration.
 * The first that has any of the settings is taken whole, so that a secret is never sent to an address from somewhere else.
 */
export function chooseSource(config: ReadKey, env: NodeJS.ProcessEnv): Source | undefined {
  if (config(EXPLICIT_PROVIDER_KEY) !== undefined) {
    return explicitProvider(config);
  }
  const variables = (setting: UrlSetting) => hostVariable(setting, env);
  const stack = stackConfig(config);
  // The other provider may be told another way to PingOne than this one, by addresses of our own.
  const endpoints = (setting: UrlSetting) =>
    stack.read(setting) === undefined ? serviceEndpoint(setting, config) : undefined;
  const sources: readonly Source[] = [
    { ...environment(env, settings), serviceHost: variables, otherServiceHost: endpoints },
    { ...stack, serviceHost: endpoints, otherServiceHost: variables },
  ];
  return sources.find((source) => settingNames.some((setting) => source.read(setting) !== undefined));
}

/** What the engine hands over: the inputs of an explicit `pingone.Provider`, else the stack's configuration. */
export function configured(config: ReadKey): Source<string> {
  return config(EXPLICIT_PROVIDER_KEY) === undefined ? stackConfig(config) : explicitProvider(config);
}

function explicitProvider(config: ReadKey): Source<string> {
  return {
    name: "the explicit pingone.Provider",
    read: (setting) => orUndefined(config(`pingone:${setting}`)),
    nameOf: (setting) => setting,
    howToSet: (setting) => `pass \`${setting}\` to new pingone.Provider(...)`,
  };
}

/** Settings that a caller gives as such. */
export function givenSettings(given: ConnectionSettings): Source {
  return {
    name: "the connection given",
    read: (setting) => orUndefined(given[setting]),
    nameOf: (setting) => setting,
    howToSet: (setting) => `give \`${setting}\` in connection`,
  };
}

/** @param variables the name of each setting's variable */
export function environment<Name extends string>(
  env: NodeJS.ProcessEnv,
  variables: Readonly<Record<Name, string>>,
): Source<Name> {
  return {
    name: "the environment",
    read: (setting) => orUndefined(env[variables[setting]]),
    nameOf: (setting) => variables[setting],
    howToSet: (setting) => `export ${variables[setting]}=...`,
  };
}

function stackConfig(config: ReadKey): Source<string> {
  return {
    name: "the stack's configuration",
    read: (setting) => orUndefined(config(`pingone:${setting}`)),
    nameOf: (setting) => `pingone:${setting}`,
    howToSet: (setting) =>
      setting === "clientSecret" || setting === "apiAccessToken"
        ? `pulumi config set --secret pingone:${setting}`
        : `pulumi config set pingone:${setting} ...`,
  };
}
