import { answerFlow } from "../flows/answer-flow";
import { requireAction } from "../flows/flow-actions";
import { mailRecoveryCode } from "../flows/mail-recovery-code";
import { requireFlow } from "../flows/require-flow";
import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { requireObject, requireText } from "../wire/json-body";

/** Mails a recovery code to the user who has the name; the answer is the same when nobody has it. */
export const forgotPassword: Operation = (context, request) => {
  const flow = requireFlow(context, request);
  const username = requireText(requireObject(request.body), "username");
  requireAction(flow, "password.forgot");
  flow.userId = requireEnvironment(context, request).users.findByUsername(username)?.id;
  flow.status = "RECOVERY_CODE_REQUIRED";
  mailRecoveryCode(context, flow, request.origin);
  return answerFlow(context, request, flow);
};
