import type { OperationName } from "../operations";

/** The faults that hit requests; what each does is in docs/faults.md. */
export const REQUEST_FAULT_KINDS = [
  "429-seconds",
  "429-date",
  "429-nonsense",
  "429-bare",
  "500-json",
  "500-html",
  "500-empty",
  "502-json",
  "502-html",
  "502-empty",
  "503-json",
  "503-html",
  "503-empty",
  "reset-before",
  "reset-after",
  "half-body",
  "slow-body",
  "hang-before",
  "hang-after",
  "revoke-token",
  "invalid-client",
  "html-200",
  "json-as-html",
  "redirect-302",
  "redirect-307",
] as const;

/** The one fault that hits everything at once. */
export const CLOCK_SKEW = "clock-skew";

/** All kinds, in the order of docs/faults.md. */
export const FAULT_KINDS = [...REQUEST_FAULT_KINDS, CLOCK_SKEW] as const;

export type FaultKind = (typeof FAULT_KINDS)[number];

/** The requests a rule hits. */
export type FaultScope = {
  /** An operation, the token endpoint (`issueToken`) too, or `*`: everything under `/v1`. @default "*" */
  readonly operation?: OperationName | "*";
  /** How many times it happens in all. Default: without end. */
  readonly count?: number;
  /** From 0 to 1. @default 1 */
  readonly probability?: number;
  /** A whole number; the same one hits the same requests again. @default 0 */
  readonly seed?: number;
  /** How many of its requests pass before it begins. @default 0 */
  readonly after?: number;
};

/** Why a request is answered with 429, and when to come back. */
type RetryAfterFault = {
  readonly kind: "429-seconds" | "429-date";
  /** Whole seconds. @default 1 */
  readonly retryAfter?: number;
};

type SlowFault = {
  readonly kind: "slow-body";
  /** Milliseconds in real time between two of ten pieces. @default 100 */
  readonly chunkMs?: number;
};

type RedirectFault = {
  readonly kind: "redirect-302" | "redirect-307";
  /** Where to, such as `http://127.0.0.1:9999`; path and query stay. */
  readonly to: string;
};

type PlainFault = {
  readonly kind: Exclude<
    (typeof REQUEST_FAULT_KINDS)[number],
    (RetryAfterFault | SlowFault | RedirectFault)["kind"]
  >;
};

/** A rule about single requests. */
export type RequestFaultRule = FaultScope & (PlainFault | RetryAfterFault | SlowFault | RedirectFault);

/** The `Date` header and all other times are off while this rule stands; several add up. */
export type ClockSkewRule = {
  readonly kind: typeof CLOCK_SKEW;
  readonly operation?: "*";
  /** Seconds; negative ones are behind. */
  readonly skewSeconds: number;
};

/** What goes wrong, and for which requests. */
export type FaultRule = RequestFaultRule | ClockSkewRule;

/** A rule, and how it went. */
export type FaultRuleStatus = {
  readonly rule: FaultRule;
  /** How many of its requests came, those it let pass included. */
  readonly seen: number;
  /** How many of them it hit. */
  readonly happened: number;
};
