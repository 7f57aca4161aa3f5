import type { UrlSetting } from "./settings";

const UUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

/**
 * Where PingOne's own paths begin, which its console shows and copies together with the address. A gateway may have a path of its own that
 * looks alike, but for the ids.
 */
const PATHS: Readonly<Record<UrlSetting, RegExp>> = {
  apiUrl: new RegExp(`(?:/v1)?/environments/${UUID}(?:/|$)|/v1/environments$`),
  authUrl: new RegExp(`/${UUID}/as(?:/|$)|^/as(?:/(?:authorize|token|jwks|userinfo|\\.well-known)(?:/|$)|$)`),
};

/** A host of PingOne's own has nothing in front of its paths. */
const OWN_HOST = /^(?:api|auth)\.pingone\.[a-z.]+$/;

/** The address alone, where one of PingOne's paths was copied along with it; undefined where there is none. */
export function withoutPastedPath(setting: UrlSetting, address: string): string | undefined {
  const { origin, hostname, pathname } = new URL(address);
  const start = OWN_HOST.test(hostname) ? 0 : pathname.search(PATHS[setting]);
  return start === -1 || pathname === "/" ? undefined : origin + pathname.slice(0, start);
}
