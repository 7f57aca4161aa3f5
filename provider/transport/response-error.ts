import { PingOneApiError, PingOneAuthError, type PingOneError } from "../errors";
import { describeDetails } from "./describe-details";
import { parseErrorBody } from "./error-body";
import type { HttpResponse } from "./exchange";
import { nextStep } from "./next-step";
import { parseRetryAfter } from "./retry-after";

/**
 * The one place that maps a refusal to an error class.
 * @param operation name of the refused operation
 * @param secrets texts that must not appear in the message, even if the other side repeats them
 * @param source where the connection was configured
 */
export function toError(
  operation: string,
  response: HttpResponse,
  secrets: readonly string[],
  source: string,
): PingOneError {
  const { status } = response;
  // A body that repeats a secret is not worth showing at all: blanking parts of it could still tell the rest.
  const repeatsSecret = secrets.some((secret) => secret !== "" && containsSecret(response.text, secret));
  const body = repeatsSecret ? undefined : parseErrorBody(response.text);
  const id = printable(response.header("correlation-id") ?? body?.id ?? "");
  const code = body?.code ?? `HTTP_${status}`;
  const head = `${operation} failed: ${status}${body === undefined ? "" : ` ${code}`}${id === "" ? "" : ` (PingOne id ${id})`}.`;
  if (status === 401) {
    return new PingOneAuthError(
      `${head} PingOne does not accept the access token, which comes from ${source}. Check the credentials there; a token given as such may have expired.`,
      status,
      code,
    );
  }
  const retryAfter = parseRetryAfter(response.header("retry-after"), Date.now());
  const said = body === undefined ? withheld(repeatsSecret) : describeDetails(body);
  const message = [head, said, nextStep(status, repeatsSecret ? EMPTY : body, retryAfter)]
    .filter((part) => part !== "")
    .join(" ");
  return new PingOneApiError(message, {
    operation,
    status,
    code,
    details: body?.details ?? [],
    ...(id === "" ? {} : { id }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

const EMPTY = { code: "", message: "", details: [] };

function withheld(repeatsSecret: boolean): string {
  return repeatsSecret
    ? "Its text repeats what must stay secret and is withheld."
    : "Its body is not PingOne's JSON.";
}

function containsSecret(text: string, secret: string): boolean {
  return (
    text.includes(secret) ||
    text.includes(JSON.stringify(secret).slice(1, -1)) ||
    text.includes(encodeURIComponent(secret))
  );
}

/** A header or body of somebody else's could hold anything: one short line at most reaches a terminal. */
function printable(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, "").slice(0, 64);
}
