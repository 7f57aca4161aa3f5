import { PingOneError } from "../errors";
import type { Flow, FlowStatus } from "../operations";

/** Makes sure that a sign-on waits for what is to come. @throws {PingOneError} saying where it stands instead */
export function requireStep(flow: Flow, statuses: readonly FlowStatus[]): void {
  if (!statuses.includes(flow.status)) {
    throw stoppedAt(flow);
  }
}

/** The error for a sign-on that asks for something that only a person, or the application's owner, can do. */
export function stoppedAt({ status, error }: Flow): PingOneError {
  return status === "FAILED"
    ? new PingOneError(
        `The sign-on failed${error === undefined ? "" : ` (${printable(error.code)})`}: see the environment's audit in the PingOne console. Nothing more is tried.`,
      )
    : new PingOneError(
        `The sign-on stops at ${printable(status)}, a step that cannot be done here. Use an application whose sign-on policy asks for username and password only, or do it as the user.`,
      );
}

/** Texts of the other side's reach a terminal. */
function printable(text: string): string {
  return text.replace(/[^\w.-]/g, "").slice(0, 64);
}
