import { PingOneConfigError } from "../errors";
import type { Source } from "./source";
import type { UrlSetting } from "./settings";

/** A host that a place names without a scheme, in the way of other PingOne tools, for one of the two addresses. */
export type ServiceHost = {
  readonly host: string;
  /** The variable or key that names it. */
  readonly name: string;
  /** In words, where that stands. */
  readonly place: string;
  /** The command that gives the host to a connection from the other place, and the one that takes it out of this place. */
  readonly howToMove: string;
  readonly howToRemove: string;
};

const SETTINGS: readonly UrlSetting[] = ["apiUrl", "authUrl"];

/**
 * The URL of a host that a connection's own place names without a scheme.
 * @param url what the same place says by URL
 * @throws {PingOneConfigError} where it is no host, or another one than the URL's
 */
export function readServiceHost(
  setting: UrlSetting,
  source: Source,
  url: string | undefined,
): string | undefined {
  const found = source.serviceHost?.(setting);
  if (found === undefined) {
    return undefined;
  }
  const { host, name, place } = found;
  const origin = originOf(host);
  if (origin === undefined) {
    throw new PingOneConfigError(
      `${name} in ${place} is not a host name. Use a name such as ${setting === "apiUrl" ? "api" : "auth"}.pingone.eu, without https:// and without a path.`,
    );
  }
  if (url !== undefined && new URL(url).origin !== origin) {
    throw new PingOneConfigError(
      `${source.nameOf(setting)} (${new URL(url).origin}) and ${name} (${origin}) in ${place} name two different addresses. Unset one of them.`,
    );
  }
  return origin;
}

/**
 * Makes sure that hosts which another place names are not passed over by a connection that has no address: its credentials would go to
 * PingOne's public host instead.
 * @param regionUrl the region's own host, which nobody passes over by going there
 * @throws {PingOneConfigError} naming the hosts' place and both ways out
 */
export function refuseIgnoredServiceHosts(
  source: Source,
  regionUrl: (setting: UrlSetting) => string | undefined,
): void {
  const ignored = SETTINGS.filter(
    (setting) => source.read(setting) === undefined && source.serviceHost?.(setting) === undefined,
  ).flatMap((setting) => {
    const found = source.otherServiceHost?.(setting);
    return found === undefined || originOf(found.host) === regionUrl(setting) ? [] : [{ setting, found }];
  });
  const hosts = ignored.map(({ found }) => found);
  const [first] = hosts;
  if (first === undefined) {
    return;
  }
  const names = listOf(hosts, ({ name }) => name);
  throw new PingOneConfigError(
    `${names.join(" and ")} ${names.length === 1 ? "is" : "are"} set in ${first.place}, but the connection is taken whole from ${source.name}, which has no ` +
      `${ignored.map(({ setting }) => source.nameOf(setting)).join(" or ")}: the credentials would go to the region's public host. ` +
      `To use the ${hosts.length === 1 ? "host" : "hosts"} of ${first.place}: ${listOf(hosts, ({ howToMove }) => howToMove).join("; ")}. ` +
      `To use the region's: ${listOf(hosts, ({ howToRemove }) => howToRemove).join("; ")}.`,
  );
}

/** Undefined for what is no host name. */
function originOf(host: string): string | undefined {
  return /^[^/\\@?#\s]+$/.test(host) && URL.canParse(`https://${host}`)
    ? new URL(`https://${host}`).origin
    : undefined;
}

/** The two hosts may stand in one key. */
function listOf(hosts: readonly ServiceHost[], text: (host: ServiceHost) => string): string[] {
  return [...new Set(hosts.map(text))];
}
