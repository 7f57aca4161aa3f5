/** One entry of an error's `details`. */
export type ErrorDetail = {
  readonly code: string;
  readonly message: string;
  readonly target?: string;
  readonly innerError?: Readonly<Record<string, unknown>>;
};

const NO_ACCESS = "The request could not be completed. You do not have access to this resource.";

/** An error of the platform API; it is answered as `{ id, code, message, details }`. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: readonly ErrorDetail[] = [],
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
    this.name = new.target.name;
  }
}

/** 400: one or more values in the request are not acceptable. */
export class InvalidDataError extends ApiError {
  constructor(...details: ErrorDetail[]) {
    super(
      400,
      "INVALID_DATA",
      "The request could not be completed. One or more validation errors were in the request.",
      details,
    );
  }
}

/** 400: the request cannot be read. */
export class InvalidRequestError extends ApiError {
  constructor(...details: ErrorDetail[]) {
    super(
      400,
      "INVALID_REQUEST",
      "The request could not be completed. The request was malformed or invalid.",
      details,
    );
  }
}

/** 400: the request can be read, but the state of the resource does not allow it. */
export class RequestFailedError extends ApiError {
  constructor(...details: ErrorDetail[]) {
    super(
      400,
      "REQUEST_FAILED",
      "The request could not be completed. There was an issue processing the request.",
      details,
    );
  }
}

/** 401: no token, a token nobody issued, or one that has expired. */
export class InvalidTokenError extends ApiError {
  constructor() {
    super(401, "ACCESS_FAILED", NO_ACCESS, [
      {
        code: "INVALID_TOKEN",
        target: "Authentication Credentials",
        message: "The authorization token is either missing or invalid, or it has expired.",
      },
    ]);
  }
}

/** 403: the worker has no role for this environment. */
export class InsufficientPermissionsError extends ApiError {
  constructor() {
    super(403, "ACCESS_FAILED", NO_ACCESS, [
      {
        code: "INSUFFICIENT_PERMISSIONS",
        message: "The actor attempting to perform the request is not authorized.",
      },
    ]);
  }
}

/** 404: nothing has this id, or no such path exists. */
export class NotFoundError extends ApiError {
  constructor() {
    super(404, "NOT_FOUND", "The request could not be completed. The requested resource was not found.");
  }
}

/** 415: no operation of this path has that media type. */
export class UnsupportedMediaTypeError extends ApiError {
  constructor(mediaType: string) {
    super(
      415,
      "INVALID_REQUEST",
      "The request could not be completed. The request was malformed or invalid.",
      [
        {
          code: "INVALID_VALUE",
          target: "Content-Type",
          message:
            mediaType === "" ? "Content-Type is missing" : `Content-Type '${mediaType}' is not supported`,
        },
      ],
    );
  }
}

/**
 * 429: too many requests, or too many of something.
 * @param retryAfter whole seconds, said in header and detail; undefined: in neither
 */
export class RequestLimitedError extends ApiError {
  constructor(
    code: "LIMIT_EXCEEDED" | "QUOTA_EXCEEDED",
    message: string,
    retryAfter: number | undefined,
    innerError: Readonly<Record<string, unknown>> = {},
  ) {
    super(
      429,
      "REQUEST_LIMITED",
      "The request could not be completed. Too many requests.",
      [
        retryAfter === undefined
          ? { code, message }
          : { code, message, innerError: { ...innerError, retryAfter } },
      ],
      retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) },
    );
  }
}

/** 501: PingOne could answer this, the simulator cannot; better said than guessed. */
export class NotSimulatedError extends ApiError {
  constructor(what: string) {
    super(501, "UNEXPECTED_ERROR", `The simulator cannot ${what}.`);
  }
}

/** An error of the token endpoint; it is answered in OAuth's own shape. */
export class OAuthError extends Error {
  constructor(
    readonly status: 400 | 401,
    /** OAuth's error code, such as `invalid_client`. */
    readonly error: string,
    readonly description: string,
  ) {
    super(description);
    this.name = "OAuthError";
  }
}

/** A detail that says which value is not acceptable. */
export function invalidValue(
  target: string,
  message: string,
  innerError?: Readonly<Record<string, unknown>>,
): ErrorDetail {
  return { code: "INVALID_VALUE", target, message, ...(innerError === undefined ? {} : { innerError }) };
}

/** 429 for the requests themselves. @param retryAfter whole seconds */
export function limitExceeded(retryAfter?: number): RequestLimitedError {
  return new RequestLimitedError("LIMIT_EXCEEDED", "The request limit has been exceeded", retryAfter);
}
