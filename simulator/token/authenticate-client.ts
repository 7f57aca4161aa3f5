import { timingSafeEqual } from "node:crypto";
import { OAuthError } from "../errors";
import type { OperationContext } from "../operation";
import type { Application } from "../state/application";
import type { TokenEndpointAuthMethod, Worker } from "../state/worker";

type Credentials = {
  readonly method: TokenEndpointAuthMethod | "NONE";
  readonly clientId: string;
  readonly clientSecret: string;
};

/**
 * Finds the worker or web application whose id and secret a token request carries, in the header or in the form;
 * a public application has no secret.
 * @throws OAuthError `invalid_client` (401), or `invalid_request` (400) when both carry them
 */
export function authenticateClient(
  { state }: OperationContext,
  environmentId: string,
  authorization: string | undefined,
  form: URLSearchParams,
): Worker | Application {
  const presented = readCredentials(authorization, form);
  const clientId = presented[0]?.clientId ?? "";
  const client = state.workers.get(clientId) ?? state.applications.get(clientId);
  const required = client?.tokenEndpointAuthMethod;
  const match = presented.find((credentials) => client !== undefined && isProof(client, credentials));
  if (client?.environmentId !== environmentId || match === undefined) {
    throw new OAuthError(401, "invalid_client", "Invalid client credentials");
  }
  if (required !== undefined && match.method !== required) {
    throw new OAuthError(401, "invalid_client", "Unsupported authentication method");
  }
  return client;
}

/** The credentials, twice for a header whose parts can be read both as they are and percent-decoded. */
function readCredentials(authorization: string | undefined, form: URLSearchParams): Credentials[] {
  const basic = /^Basic\s+(\S+)$/i.exec(authorization ?? "")?.[1];
  const clientId = form.get("client_id");
  const clientSecret = form.get("client_secret");
  if (basic === undefined) {
    const method = clientSecret === null ? "NONE" : "CLIENT_SECRET_POST";
    return [{ method, clientId: clientId ?? "", clientSecret: clientSecret ?? "" }];
  }
  if (clientId !== null || clientSecret !== null) {
    throw new OAuthError(
      400,
      "invalid_request",
      "The client id and secret must not be sent both in header and body",
    );
  }
  const [, id = "", secret = ""] =
    /^([^:]*):(.*)$/s.exec(Buffer.from(basic, "base64").toString("utf8")) ?? [];
  return [secret, formDecode(secret)].map((candidate) => ({
    method: "CLIENT_SECRET_BASIC",
    clientId: formDecode(id),
    clientSecret: candidate,
  }));
}

/** OAuth encodes both parts like a form, yet many clients send them as they are. */
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

function isProof({ clientSecret }: Worker | Application, presented: Credentials): boolean {
  if (clientSecret === undefined || presented.method === "NONE") {
    return clientSecret === undefined && presented.method === "NONE";
  }
  return isSame(clientSecret, presented.clientSecret);
}

function isSame(expected: string, given: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(given)];
  return left.length === right.length && timingSafeEqual(left, right);
}
