import type { Operation } from "../transport";
import { actionPath, type Flow, type FlowRef, onFlow } from "./flow";

/**
 * Reads a sign-on: where it stands and what is possible. Changes nothing but the time it lives.
 * https://developer.pingidentity.com/pingone-api/auth/flows/flows-1/read-flow.html
 */
export const readFlow: Operation<FlowRef, Flow> = {
  ...onFlow,
  name: "readFlow",
  method: "GET",
  path: (params) => actionPath(params, "self"),
  repeatable: true,
};
