import type { ErrorDetail } from "../errors";

/** The parts of PingOne's error body that we use. */
export type ErrorBody = {
  readonly id?: string;
  readonly code: string;
  readonly message: string;
  readonly details: readonly ErrorDetail[];
};

/**
 * Reads PingOne's error body; undefined when it is something else, such as a gateway's HTML page.
 * @param mayBeOAuth at a sign-on, where some calls are refused in OAuth's own form
 */
export function parseErrorBody(text: string, mayBeOAuth = false): ErrorBody | undefined {
  const body = parseJson(text);
  if (!isRecord(body) || isDeeperThan(DEEPEST, body)) {
    return undefined;
  }
  if (typeof body["code"] !== "string") {
    return mayBeOAuth ? parseOAuthError(body) : undefined;
  }
  const { id, code, message, details } = body;
  return {
    ...(typeof id === "string" ? { id } : {}),
    code,
    message: typeof message === "string" ? message : "",
    details: Array.isArray(details) ? details.filter(isRecord).map(parseDetail) : [],
  };
}

/** The auth host refuses some calls in OAuth's own form. */
function parseOAuthError({ error, error_description }: Record<string, unknown>): ErrorBody | undefined {
  return typeof error === "string"
    ? { code: error, message: typeof error_description === "string" ? error_description : "", details: [] }
    : undefined;
}

/** PingOne's errors nest three levels deep. Whoever shows or keeps an error walks down all of them. */
const DEEPEST = 32;

function isDeeperThan(levels: number, value: object): boolean {
  return Object.values(value).some(
    (inner) =>
      typeof inner === "object" &&
      inner !== null &&
      (levels === 0 || isDeeperThan(levels - 1, inner as object)),
  );
}

/** JSON or undefined. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A JSON object, as opposed to a list, a text or nothing. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function parseDetail(detail: Record<string, unknown>): ErrorDetail {
  const { code, message, target, innerError } = detail;
  return {
    code: typeof code === "string" ? code : "",
    message: typeof message === "string" ? message : "",
    ...(typeof target === "string" ? { target } : {}),
    ...(isRecord(innerError) ? { innerError } : {}),
  };
}
