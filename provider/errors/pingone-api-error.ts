import { PingOneError } from "./pingone-error";

/** One entry of the `details` of a PingOne error. */
export type ErrorDetail = {
  /** PingOne's code of this one, e.g. `INVALID_VALUE`. */
  readonly code: string;
  /** What PingOne says, without what was sent. */
  readonly message: string;
  /** The field it is about. */
  readonly target?: string;
  /** Bounds and the like, as PingOne gives them. */
  readonly innerError?: Readonly<Record<string, unknown>>;
};

/** What PingOne's refusal said, apart from the prose made of it. */
export type Refusal = {
  /** Name of the operation that was refused, e.g. `setPassword`. */
  readonly operation: string;
  /** HTTP status. */
  readonly status: number;
  /** PingOne's `code`, e.g. `INVALID_DATA`; `HTTP_<status>` when the body was not PingOne's. */
  readonly code: string;
  readonly details: readonly ErrorDetail[];
  /** Correlation id of the call, for PingOne's support and the tenant's audit. */
  readonly id?: string | undefined;
  /** Seconds that PingOne asks to wait. */
  readonly retryAfter?: number | undefined;
};

/** PingOne refused a call. Branch on `status`, `code` and `details`, never on the text. */
export class PingOneApiError extends PingOneError {
  override readonly name = "PingOneApiError";
  /** Name of the operation that was refused, e.g. `setPassword`. */
  readonly operation: string;
  /** HTTP status. */
  readonly status: number;
  /** PingOne's `code`, e.g. `INVALID_DATA`; `HTTP_<status>` when the body was not PingOne's. */
  readonly code: string;
  /** What is wrong, field by field. */
  readonly details: readonly ErrorDetail[];
  /** Correlation id of the call, for PingOne's support and the tenant's audit. */
  readonly id: string | undefined;
  /** Seconds that PingOne asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(message: string, refusal: Refusal) {
    super(message);
    this.operation = refusal.operation;
    this.status = refusal.status;
    this.code = refusal.code;
    this.details = refusal.details;
    this.id = refusal.id;
    this.retryAfter = refusal.retryAfter;
  }
}
