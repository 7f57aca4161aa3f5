import type { Connection } from "../../config";
import { authHosts } from "../../config/hosts";
import { PingOneNetworkError } from "../../errors";
import { isRecord } from "../../transport";
import { parseErrorBody, parseJson } from "../../transport/error-body";
import type { Exchange, HttpResponse } from "../../transport/exchange";
import { failed, type Finding, ok, warning } from "./finding";

/** What asking both hosts without credentials told. */
export type FoundHosts = {
  readonly findings: readonly Finding[];
  /** True when each answered, whatever it said. */
  readonly areReachable: boolean;
  /** True where the auth host shows the worker's environment. False says nothing: not every host tells. */
  readonly knowsEnvironment: boolean;
};

/** Asks the API and the auth host for something that needs no token: name, route, TLS and proxy have to be right for any answer. */
export async function checkHosts(
  exchange: Exchange,
  connection: Connection,
  environmentId: string,
): Promise<FoundHosts> {
  const { apiUrl, authUrl, credentials } = connection;
  const api = await ask(exchange, "API host", apiUrl, `${apiUrl}/v1/environments/${environmentId}`);
  if (credentials.kind === "token") {
    return { findings: [api.finding], areReachable: api.answer !== undefined, knowsEnvironment: false };
  }
  const home = credentials.environmentId;
  const auth = await ask(exchange, "auth host", authUrl, discoveryUrl(authUrl, home));
  return {
    findings: [auth.finding, api.finding],
    areReachable: api.answer !== undefined && auth.answer !== undefined,
    knowsEnvironment: auth.answer !== undefined && shows(auth.answer, home),
  };
}

/** The other region whose auth host shows an environment; undefined when none does, or the URL is no region's. */
export async function findRegion(
  exchange: Exchange,
  authUrl: string,
  environmentId: string,
): Promise<string | undefined> {
  const regions = authHosts();
  if (regions.every(({ url }) => url !== authUrl)) {
    return undefined;
  }
  for (const { code, url } of regions.filter((region) => region.url !== authUrl)) {
    const { answer } = await ask(exchange, code, url, discoveryUrl(url, environmentId));
    if (answer !== undefined && shows(answer, environmentId)) {
      return code;
    }
  }
  return undefined;
}

/** https://developer.pingidentity.com/pingone-api/auth/openid-connect-oauth-2/discovery-openid-configuration.html */
function discoveryUrl(authUrl: string, environmentId: string): string {
  return `${authUrl}/${environmentId}/as/.well-known/openid-configuration`;
}

function shows({ status, text }: HttpResponse, environmentId: string): boolean {
  const body = parseJson(text);
  const issuer = status === 200 && isRecord(body) ? body["issuer"] : undefined;
  return typeof issuer === "string" && issuer.includes(environmentId);
}

async function ask(
  exchange: Exchange,
  check: string,
  host: string,
  url: string,
): Promise<{ readonly finding: Finding; readonly answer?: HttpResponse }> {
  try {
    const headers = { accept: "application/json" };
    const answer = await exchange({ operation: "doctor", method: "GET", url, headers, changes: false });
    return { finding: judge(check, host, answer), answer };
  } catch (error) {
    if (error instanceof PingOneNetworkError) {
      return { finding: failed(check, error.message) };
    }
    throw error;
  }
}

function judge(check: string, host: string, answer: HttpResponse): Finding {
  const { status, text } = answer;
  if (status >= 500) {
    return warning(
      check,
      `${host} answers, but with ${status}.`,
      "See status.pingidentity.com and what stands between here and PingOne, then run this again.",
    );
  }
  const isPingOne = status === 200 ? isRecord(parseJson(text)) : parseErrorBody(text, true) !== undefined;
  if (isPingOne || status === 429) {
    return ok(check, `${host} answers.`);
  }
  const type = /^[\w.+-]+\/[\w.+-]+/.exec(answer.header("content-type") ?? "")?.[0] ?? "no content type";
  return failed(
    check,
    `${host} answers ${status} (${type}), which is not PingOne: a gateway or a proxy in between, or another address.`,
    "Check the region or the API and auth URLs, and what stands in between (HTTPS_PROXY, a sign-in page of the network).",
  );
}
