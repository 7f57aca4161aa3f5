import { orUndefined } from "./or-undefined";
import type { ServiceHost } from "./service-hosts";
import type { UrlSetting } from "./settings";

/** The variables of Terraform's PingOne provider, by the setting that they stand for. */
const VARIABLES: Readonly<Record<UrlSetting, string>> = {
  apiUrl: "PINGONE_API_SERVICE_HOSTNAME",
  authUrl: "PINGONE_AUTH_SERVICE_HOSTNAME",
};

/** The host that the environment names for one of the addresses. */
export function hostVariable(setting: UrlSetting, env: NodeJS.ProcessEnv): ServiceHost | undefined {
  const name = VARIABLES[setting];
  const host = orUndefined(env[name]);
  return host === undefined
    ? undefined
    : {
        host,
        name,
        place: "the environment",
        howToMove: `pulumi config set pingone:${setting} "https://$${name}"`,
        howToRemove: `unset ${name}`,
      };
}

/** Names of the variables that are set. */
export function setHostVariables(env: NodeJS.ProcessEnv): readonly string[] {
  return Object.values(VARIABLES).filter((name) => orUndefined(env[name]) !== undefined);
}
