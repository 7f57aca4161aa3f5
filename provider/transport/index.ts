export { unsatisfiedRequirements } from "./describe-details";
export { isRecord } from "./error-body";
export type { Operation } from "./operation";
export { isAtTheDoor } from "./retry";
export type { Send } from "./transport";
