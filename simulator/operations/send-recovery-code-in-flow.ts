import { answerFlow } from "../flows/answer-flow";
import { requireAction } from "../flows/flow-actions";
import { mailRecoveryCode } from "../flows/mail-recovery-code";
import { requireFlow } from "../flows/require-flow";
import type { Operation } from "../operation";

/** Mails another recovery code, which takes the place of the one before it. */
export const sendRecoveryCodeInFlow: Operation = (context, request) => {
  const flow = requireFlow(context, request);
  requireAction(flow, "password.sendRecoveryCode");
  mailRecoveryCode(context, flow, request.origin);
  return answerFlow(context, request, flow);
};
