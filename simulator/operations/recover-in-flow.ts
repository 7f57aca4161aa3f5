import { userActor } from "../activities/user-actor";
import { advanceFlow, requireUsable, restartFlow } from "../flows/advance-flow";
import { answerFlow } from "../flows/answer-flow";
import { requireAction } from "../flows/flow-actions";
import { findFlowSubject, requireFlowSubject } from "../flows/flow-subject";
import { requireFlow } from "../flows/require-flow";
import type { Operation, OperationContext } from "../operation";
import { recoverPassword } from "../recovery/recover-password";
import { requireRecoveryCode } from "../recovery/recovery-code";
import type { Flow } from "../state/flow";
import { requireObject, requireText } from "../wire/json-body";

/** Sets a new password for the code that was mailed, and signs the user on. */
export const recoverInFlow: Operation = (context, request) => {
  const flow = requireFlow(context, request);
  const body = requireObject(request.body);
  const recoveryCode = requireText(body, "recoveryCode");
  const newPassword = requireText(body, "newPassword");
  requireAction(flow, "password.recover");
  if (!hasOwnCode(context, flow)) requireRecoveryCode(flow.decoyCode, recoveryCode, context.clock.now());
  const subject = requireFlowSubject(context, flow);
  const actor = userActor(subject.environment, subject.user);
  recoverPassword(context, subject, { recoveryCode, newPassword }, actor);
  // The recovery counts although another lock may keep the user from signing on.
  restartFlow(flow);
  requireUsable(subject);
  advanceFlow(flow, subject, request.remoteIp);
  return answerFlow(context, request, flow);
};

/** Says whether a code was mailed that the user could use; a disabled user is answered as if nobody had the name. */
function hasOwnCode(context: OperationContext, flow: Flow): boolean {
  const user = findFlowSubject(context, flow)?.user;
  return user?.recoveryCode !== undefined && user.enabled;
}
