import { RequestFailedError } from "../errors";
import { answerFlow } from "../flows/answer-flow";
import { requireFlowSubject } from "../flows/flow-subject";
import { issueAuthorizationCode } from "../flows/issue-authorization-code";
import { requireFlow } from "../flows/require-flow";
import type { Operation } from "../operation";
import type { Flow } from "../state/flow";
import { redirectTo } from "../wire/redirect";

/** Hands out the code of a finished sign-on, once: to the application's address, or in the flow for `pi.flow`. */
export const resumeFlow: Operation = (context, request) => {
  const flow = requireFlow(context, request);
  requireResumable(flow);
  const { user } = requireFlowSubject(context, flow);
  const code = issueAuthorizationCode(context, flow, user.id);
  flow.isResumed = true;
  const { redirectUri, responseMode, state } = flow.request;
  if (responseMode === "redirect" && redirectUri !== undefined)
    return redirectTo(redirectUri, { code, state });
  const { status, body } = answerFlow(context, request, flow);
  const authorizeResponse = { code, ...(state === undefined ? {} : { state }) };
  return { status, body: { ...body, authorizeResponse } };
};

/** @throws RequestFailedError before the flow is finished, and after it has handed out its code */
function requireResumable({ status, isResumed }: Flow): void {
  if (status === "COMPLETED" && !isResumed) return;
  throw new RequestFailedError({
    code: "CONSTRAINT_VIOLATION",
    target: "status",
    message: isResumed
      ? "The flow has been resumed already"
      : `The flow cannot be resumed while its status is ${status}`,
  });
}
