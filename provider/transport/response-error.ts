import { PingOneApiError, PingOneAuthError, type PingOneError } from "../errors";
import { describeDetails } from "./describe-details";
import { type ErrorBody, parseErrorBody } from "./error-body";
import type { HttpResponse } from "./exchange";
import { nextSignOnStep } from "./next-sign-on-step";
import { nextStep } from "./next-step";
import { printable } from "./printable";
import { askedWait } from "./retry-after";
import { repeatsSecret } from "./withhold";
import { withoutTexts } from "./without-texts";

/**
 * The one place that maps a refusal to an error class.
 * @param operation name of the refused operation
 * @param secrets texts that must not appear in the message, even if the other side repeats them
 * @param source where the connection was configured; undefined for a sign-on, which carries none of its credentials
 */
export function toError(
  operation: string,
  response: HttpResponse,
  secrets: readonly string[],
  source: string | undefined,
): PingOneError {
  const { status, text } = response;
  // A text that repeats a secret is not worth showing: blanking parts of it could still tell the rest. What is in our own words may stay.
  const isWithheld = repeatsSecret(text, secrets);
  const parsed = parseErrorBody(text, source === undefined);
  const body = isWithheld ? parsed && withoutTexts(parsed) : parsed;
  const givenId = response.header("correlation-id") ?? body?.id ?? "";
  const id = repeatsSecret(givenId, secrets) ? "" : printable(givenId);
  const code = body === undefined ? `HTTP_${status}` : printable(body.code);
  const retryAfter = askedWait(response, body);
  const message = [
    `${operation} failed: ${status}${body === undefined ? "" : ` ${code}`}${id === "" ? "" : ` (PingOne id ${id})`}.`,
    body === undefined ? "Its body is not PingOne's JSON." : describeDetails(body),
    isWithheld ? "PingOne's own text repeats what must stay secret and is withheld." : "",
    adviseOn(operation, status, body, retryAfter, source),
  ]
    .filter((part) => part !== "")
    .join(" ");
  if (status === 401 && source !== undefined) {
    return new PingOneAuthError(message, status, code);
  }
  return new PingOneApiError(message, {
    operation,
    status,
    code,
    details: body?.details ?? [],
    ...(id === "" ? {} : { id }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
}

function adviseOn(
  operation: string,
  status: number,
  body: ErrorBody | undefined,
  retryAfter: number | undefined,
  source: string | undefined,
): string {
  const own = source === undefined ? nextSignOnStep(status, body) : undefined;
  return (
    own ??
    (status === 401 ? describeUnauthorized(body, source) : nextStep(status, body, retryAfter, operation))
  );
}

function describeUnauthorized(body: ErrorBody | undefined, source = "the connection"): string {
  return body?.details.some((detail) => detail.code === "INSUFFICIENT_PERMISSIONS") === true
    ? nextStep(403, body, undefined)
    : `PingOne does not accept the access token, which comes from ${source}. Check the credentials there; a token given as such may have expired.`;
}
