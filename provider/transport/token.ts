import type { Connection } from "../config";
import { PingOneAuthError, PingOneResponseError } from "../errors";
import { isRecord, parseJson } from "./error-body";
import type { Exchange, HttpResponse } from "./exchange";
import { printable } from "./printable";
import { toError } from "./response-error";
import { repeatsSecret } from "./withhold";
import { wellFormed } from "../well-formed";

/** Keeps one access token for all calls of the process. */
export type TokenSource = {
  /** A token that is good for a while. Simultaneous calls share one request for it. */
  get(): Promise<string>;
  /** Forgets a token that PingOne refused. False when there is no way to get another one. */
  discard(token: string): boolean;
};

type Token = { readonly value: string; readonly goodUntil: number };

type ClientCredentials = Extract<Connection["credentials"], { kind: "client" }>;

/** What messages call it. */
export const TOKEN_REQUEST = "getting an access token";

/** PingOne does not tell which setting is wrong; the command knows where to look. */
const LOOK = "`npx pulumi-pingone-password doctor` looks at each of them.";

/** Seconds before its expiry at which a token is renewed, or a tenth of its life if that is less. */
const LEEWAY = 60;

/**
 * The token of the connection: the one it brings, or one by client credentials.
 * @param repeat runs a call with the transport's retries
 * @param now milliseconds, for the expiry
 */
export function createTokenSource(
  connection: Connection,
  exchange: Exchange,
  repeat: <T>(call: () => Promise<T>) => Promise<T>,
  now: () => number,
): TokenSource {
  const { credentials } = connection;
  if (credentials.kind === "token") {
    return { get: () => Promise.resolve(credentials.accessToken), discard: () => false };
  }
  let current: Promise<Token> | undefined;
  let known: Token | undefined;

  async function renew(client: ClientCredentials): Promise<Token> {
    try {
      known = await repeat(() => requestToken(connection, client, exchange, now));
      return known;
    } finally {
      current = undefined;
    }
  }

  return {
    async get() {
      if (known !== undefined && now() < known.goodUntil) {
        return known.value;
      }
      current ??= renew(credentials);
      return (await current).value;
    },
    discard(token) {
      if (known?.value === token) {
        known = undefined;
      }
      return true;
    },
  };
}

async function requestToken(
  connection: Connection,
  client: ClientCredentials,
  exchange: Exchange,
  now: () => number,
): Promise<Token> {
  const asked = now();
  const basic = await exchange(tokenRequest(connection, client, "basic"));
  const response = isWrongMethod(basic) ? await exchange(tokenRequest(connection, client, "post")) : basic;
  if (response.status !== 200) {
    throw refusal(connection, client, response);
  }
  const body = parseJson(response.text);
  if (!isRecord(body) || typeof body["access_token"] !== "string" || body["access_token"] === "") {
    throw new PingOneResponseError(
      `${TOKEN_REQUEST} failed: ${connection.authUrl} answered 200 without an access token. Check the auth URL or region in ${connection.source}.`,
      false,
    );
  }
  const lifetime = typeof body["expires_in"] === "number" ? body["expires_in"] : 3600;
  return {
    value: body["access_token"],
    goodUntil: asked + (lifetime - Math.min(LEEWAY, lifetime / 10)) * 1000,
  };
}

/** The worker application pins how its secret is sent; basic is PingOne's default. */
function tokenRequest(connection: Connection, client: ClientCredentials, method: "basic" | "post") {
  const form = new URLSearchParams({ grant_type: "client_credentials" });
  const headers: Record<string, string> = {
    "content-type": "application/x-www-form-urlencoded",
    accept: "application/json",
  };
  if (method === "basic") {
    headers["authorization"] = `Basic ${basicCredentials(client)}`;
  } else {
    form.set("client_id", client.clientId);
    form.set("client_secret", client.clientSecret);
  }
  return {
    operation: TOKEN_REQUEST,
    method: "POST",
    url: `${connection.authUrl}/${client.environmentId}/as/token`,
    headers,
    body: form.toString(),
    changes: false,
  };
}

function basicCredentials({ clientId, clientSecret }: ClientCredentials): string {
  const [id, secret] = [clientId, clientSecret].map((text) => encodeURIComponent(wellFormed(text)));
  return Buffer.from(`${id}:${secret}`).toString("base64");
}

function isWrongMethod(response: HttpResponse): boolean {
  return (
    response.status >= 400 &&
    response.status < 500 &&
    /unsupported authentication method/i.test(response.text)
  );
}

function refusal(connection: Connection, client: ClientCredentials, response: HttpResponse): Error {
  const { status, text } = response;
  const secrets = [client.clientSecret, basicCredentials(client)];
  const body = parseJson(text);
  const code =
    isRecord(body) && typeof body["error"] === "string" && !repeatsSecret(text, secrets)
      ? printable(body["error"])
      : `HTTP_${status}`;
  if (status === 429 || status >= 500) {
    return toError(TOKEN_REQUEST, response, secrets, connection.source);
  }
  if (status === 401 || code === "invalid_client") {
    return new PingOneAuthError(
      `${TOKEN_REQUEST} failed: PingOne refuses the client credentials (invalid_client). They come from ${connection.source}: check the client id, the client ` +
        `secret, and that the environment id is the one that holds the worker application; the application must be enabled. ${LOOK}`,
      status,
      code,
    );
  }
  return new PingOneAuthError(
    `${TOKEN_REQUEST} failed: ${status}${code === `HTTP_${status}` ? "" : ` ${code}`} from ${connection.authUrl}. Check in ${connection.source} the environment id and the region or auth URL, and that the worker application may use client credentials. ${LOOK}`,
    status,
    code,
  );
}
