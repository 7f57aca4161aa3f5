export { unsatisfiedRequirements } from "./describe-details";
export { isRecord } from "./error-body";
export type { Operation } from "./operation";
export { defaultRetryPolicy, delayBeforeRepeat, isAtTheDoor } from "./retry";
export type { Send, SendOptions } from "./transport";
