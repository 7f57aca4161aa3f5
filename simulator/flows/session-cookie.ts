const NAME = "ST";
const LIFETIME_SECONDS = 2_592_000;

/** The Set-Cookie header as documented; `Secure` stays although the simulator speaks http: clients take it on loopback. */
export function sessionCookie(environmentId: string, token: string): string {
  return `${NAME}=${token}; Path=/${environmentId}; Max-Age=${LIFETIME_SECONDS}; Secure; HttpOnly; SameSite=None`;
}

/** The tokens of a Cookie header; a client may hold the cookies of several paths. */
export function readSessionTokens(cookie: string | undefined): readonly string[] {
  return (cookie ?? "")
    .split(";")
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${NAME}=`))
    .map((pair) => pair.slice(NAME.length + 1));
}
