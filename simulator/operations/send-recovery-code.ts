import type { Operation } from "../operation";
import { answerState, requirePasswordSubject } from "../password/password-operation";
import { sendRecoveryCode as send } from "../recovery/send-recovery-code";

/** Mails the user a code to recover the password with; the password itself is unchanged. */
export const sendRecoveryCode: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  send(context, subject, request.origin, request.actor);
  return answerState(request, subject);
};
