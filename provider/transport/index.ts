export { unsatisfiedRequirements } from "./describe-details";
export { isRecord } from "./error-body";
export type { Operation } from "./operation";
export { defaultRetryPolicy, type RetryPolicy } from "./retry";
export { createTransport, type Send, type TransportOptions } from "./transport";
