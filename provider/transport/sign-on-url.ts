import type { Connection } from "../config";
import { PingOneError } from "../errors";

/**
 * Where a call of a sign-on goes: a path below the auth host, or a link that PingOne gave.
 * @throws {PingOneError} for a link to another host, which would be sent a person's password
 */
export function signOnUrl({ authUrl, source }: Pick<Connection, "authUrl" | "source">, path: string): string {
  if (path.startsWith("/")) {
    return authUrl + path;
  }
  if (!isAt(authUrl, path)) {
    throw new PingOneError(
      `The sign-on leads to another address than ${authUrl}, the auth URL in ${source}: nothing was sent there. Set the auth URL to the host that PingOne's links name, e.g. the environment's custom domain.`,
    );
  }
  return path;
}

/** A `blob:` URL has the origin of the one inside it, and a user name in one would be sent along. */
function isAt(authUrl: string, link: string): boolean {
  if (!URL.canParse(link)) {
    return false;
  }
  const { origin, protocol, username, password } = new URL(link);
  const auth = new URL(authUrl);
  return origin === auth.origin && protocol === auth.protocol && username === "" && password === "";
}
