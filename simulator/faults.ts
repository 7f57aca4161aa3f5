import type { OperationName } from "./operations";

/** What a fault hits: one operation, the token endpoint (`token`, the same as `issueToken`), or anything (`*`). */
export type FaultTarget = OperationName | "token" | "*";

/** What goes wrong. */
export type Fault =
  | {
      /** Answered instead of the operation, which does not run. */
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** An object is sent as JSON, a text as it is. */
      readonly body?: object | string;
    }
  /** The connection is reset, before or after the operation ran. */
  | { readonly drop: "before" | "after" }
  /** The operation runs after this delay in real time. */
  | { readonly delayMs: number };

type PendingFault = { readonly target: FaultTarget; readonly fault: Fault; remaining: number };

/** Faults waiting for their requests. */
export class Faults {
  #pending: PendingFault[] = [];

  add(target: FaultTarget, fault: Fault, times: number): void {
    if (!Number.isInteger(times) || times < 1)
      throw new RangeError("A fault happens a whole number of times, at least once.");
    this.#pending.push({ target, fault, remaining: times });
  }

  /** The oldest fault that applies; it is used up once. */
  take(operation: OperationName | undefined): Fault | undefined {
    const hit = this.#pending.find(({ target }) => applies(target, operation));
    if (hit === undefined) return undefined;
    hit.remaining -= 1;
    if (hit.remaining === 0) this.#pending = this.#pending.filter((pending) => pending !== hit);
    return hit.fault;
  }

  clear(): void {
    this.#pending = [];
  }
}

function applies(target: FaultTarget, operation: OperationName | undefined): boolean {
  return target === "*" || (target === "token" ? "issueToken" : target) === operation;
}
