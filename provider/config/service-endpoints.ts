import { PingOneConfigError } from "../errors";
import { orUndefined } from "./or-undefined";
import type { ServiceHost } from "./service-hosts";
import type { UrlSetting } from "./settings";
import type { ReadKey } from "./source";

/** The key of the bridged PingOne provider: JSON, a list of one map. */
export const SERVICE_ENDPOINTS_KEY = "pingone:serviceEndpoints";

const HOSTNAMES: Readonly<Record<UrlSetting, string>> = { apiUrl: "apiHostname", authUrl: "authHostname" };

const VARIABLES: Readonly<Record<UrlSetting, string>> = {
  apiUrl: "PINGONE_API_URL",
  authUrl: "PINGONE_AUTH_URL",
};

/**
 * The host that the stack's configuration names for one of the addresses in the key of the bridged provider.
 * @throws {PingOneConfigError} where the key cannot be read
 */
export function serviceEndpoint(setting: UrlSetting, config: ReadKey): ServiceHost | undefined {
  const text = orUndefined(config(SERVICE_ENDPOINTS_KEY));
  const host = text === undefined ? undefined : orUndefined(hostIn(text, HOSTNAMES[setting]));
  return host === undefined
    ? undefined
    : {
        host,
        name: SERVICE_ENDPOINTS_KEY,
        place: "the stack's configuration",
        // Without the host, which may hold anything.
        howToMove: `export ${VARIABLES[setting]}=https://<its ${HOSTNAMES[setting]}>`,
        howToRemove: `pulumi config rm ${SERVICE_ENDPOINTS_KEY}`,
      };
}

function hostIn(text: string, name: string): string | undefined {
  const endpoints = [parse(text)].flat();
  const hosts = endpoints.map((one) => (one as Readonly<Record<string, unknown>> | null)?.[name]);
  return hosts.find((host) => typeof host === "string");
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new PingOneConfigError(
      `${SERVICE_ENDPOINTS_KEY} in the stack's configuration is not JSON, so the hosts in it cannot be used. Use [{"apiHostname":"api.example.com","authHostname":"auth.example.com"}], or set pingone:apiUrl and pingone:authUrl instead.`,
    );
  }
}
