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
  const isWithheld = repeatsSecret(response.text, secrets);
  const body = isWithheld ? undefined : parseErrorBody(response.text);
  const givenId = response.header("correlation-id") ?? body?.id ?? "";
  const id = repeatsSecret(givenId, secrets) ? "" : printable(givenId);
  const code = body === undefined ? `HTTP_${status}` : printable(body.code);
  const head = `${operation} failed: ${status}${body === undefined ? "" : ` ${code}`}${id === "" ? "" : ` (PingOne id ${id})`}.`;
  if (status === 401) {
    return new PingOneAuthError(
      `${head} PingOne does not accept the access token, which comes from ${source}. Check the credentials there; a token given as such may have expired.`,
      status,
      code,
    );
  }
  const retryAfter = parseRetryAfter(response.header("retry-after"), Date.now());
  const said = body === undefined ? explainWithout(isWithheld) : describeDetails(body);
  const message = [head, said, nextStep(status, isWithheld ? EMPTY : body, retryAfter)]
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

function explainWithout(isWithheld: boolean): string {
  return isWithheld
    ? "Its text repeats what must stay secret and is withheld."
    : "Its body is not PingOne's JSON.";
}

/** True when a text of the other side's repeats one of the secrets, as it is or encoded. */
export function repeatsSecret(text: string, secrets: readonly string[]): boolean {
  return secrets.some((secret) => secret !== "" && containsSecret(text, secret));
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
