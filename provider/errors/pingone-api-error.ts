import { PingOneError } from "./pingone-error";

/** One entry of the `details` of a PingOne error. */
export type ErrorDetail = {
  readonly code: string;
  readonly message: string;
  readonly target?: string;
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
  readonly operation: string;
  readonly status: number;
  readonly code: string;
  readonly details: readonly ErrorDetail[];
  readonly id: string | undefined;
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
