import { userActor } from "../activities/user-actor";
import { advanceFlow, requireUsable } from "../flows/advance-flow";
import { answerFlow } from "../flows/answer-flow";
import { requireAction } from "../flows/flow-actions";
import { requireFlowSubject } from "../flows/flow-subject";
import { requireFlow } from "../flows/require-flow";
import type { Operation } from "../operation";
import { refuseLocked } from "../password/refuse-locked";
import { readOwnReset, resetOwnPassword } from "../password/reset-own-password";
import { requireObject } from "../wire/json-body";

/** The user's own change where the sign-on asks for one; held to the whole policy, it finishes the sign-on. */
export const resetInFlow: Operation = (context, request) => {
  const flow = requireFlow(context, request);
  const reset = readOwnReset(requireObject(request.body), true);
  requireAction(flow, "password.reset");
  const subject = requireFlowSubject(context, flow);
  refuseLocked(subject);
  requireUsable(subject);
  resetOwnPassword(context, subject, reset, userActor(subject.environment, subject.user));
  advanceFlow(flow, subject, request.remoteIp);
  return answerFlow(context, request, flow);
};
