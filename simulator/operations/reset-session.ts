import { restartFlow } from "../flows/advance-flow";
import { answerFlow } from "../flows/answer-flow";
import { requireAction } from "../flows/flow-actions";
import { requireFlow } from "../flows/require-flow";
import type { Operation } from "../operation";

/** Forgets who was signing on: the flow begins again. */
export const resetSession: Operation = (context, request) => {
  const flow = requireFlow(context, request);
  requireAction(flow, "session.reset");
  restartFlow(flow);
  return answerFlow(context, request, flow);
};
