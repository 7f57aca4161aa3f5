import { setTimeout as delay } from "node:timers/promises";
import { answerError } from "../dispatch";
import { ApiError } from "../errors";
import type { OperationName } from "../operations";
import type { FaultEffect } from "./fault-effect";

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

/** The faults of `failNext`, waiting for their requests. */
export class NextFaults {
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

/** What the ledger calls a fault of `failNext`. */
export function nameNextFault(fault: Fault): "status" | "delay" | "reset-before" | "reset-after" {
  if ("status" in fault) return "status";
  if ("delayMs" in fault) return "delay";
  return `reset-${fault.drop}`;
}

/** What a fault of `failNext` does to the request it hits. */
export function nextFaultEffect(fault: Fault, correlationId: string): FaultEffect {
  if ("status" in fault) {
    const body = fault.body ?? defaultBody(fault.status, correlationId);
    const answer = { ...fault, ...(body === undefined ? {} : { body }) };
    return { runs: false, delivery: { way: "whole", answer } };
  }
  if ("delayMs" in fault) {
    return {
      runs: true,
      before: () => delay(fault.delayMs),
      deliver: (answer) => ({ way: "whole", answer }),
    };
  }
  return fault.drop === "before"
    ? { runs: false, delivery: { way: "reset" } }
    : { runs: true, deliver: () => ({ way: "reset" }) };
}

function applies(target: FaultTarget, operation: OperationName | undefined): boolean {
  return target === "*" || (target === "token" ? "issueToken" : target) === operation;
}

/** PingOne gives these two an envelope; other failures come from in front of it, and have none. */
function defaultBody(status: number, correlationId: string): object | undefined {
  const code = { 429: "REQUEST_LIMITED", 500: "UNEXPECTED_ERROR" }[status];
  if (code === undefined) return undefined;
  return answerError(new ApiError(status, code, "The request could not be completed."), correlationId).body;
}
