/** How a check of the doctor's went. */
export type FindingStatus = "ok" | "warning" | "failed" | "skipped";

/** What one check found: one line for a person, one entry for a machine. */
export type Finding = {
  /** What was looked at, e.g. `token`. */
  readonly check: string;
  readonly status: FindingStatus;
  /** What was found, in one sentence. No secret is ever in it. */
  readonly text: string;
  /** What to do about it. */
  readonly next?: string;
};

/** All is well. */
export function ok(check: string, text: string): Finding {
  return { check, status: "ok", text };
}

/** It works, but not for long, or not everywhere. */
export function warning(check: string, text: string, next?: string): Finding {
  return { check, status: "warning", text, ...(next === undefined ? {} : { next }) };
}

/** It does not work. */
export function failed(check: string, text: string, next?: string): Finding {
  return { check, status: "failed", text, ...(next === undefined ? {} : { next }) };
}

/** It could not be looked at, or is not meant to be. */
export function skipped(check: string, text: string): Finding {
  return { check, status: "skipped", text };
}
