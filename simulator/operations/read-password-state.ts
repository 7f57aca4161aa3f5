import type { Operation } from "../operation";
import { answerState, requirePasswordSubject } from "../password/password-operation";
import { effectivePolicy } from "../state/environment";
import { passwordPolicyView } from "../views/password-policy-view";

/** Answers the state of the password; `expand=passwordPolicy` brings the policy along under `_embedded`. */
export const readPasswordState: Operation = (context, request) => {
  const subject = requirePasswordSubject(context, request);
  const response = answerState(request, subject);
  if (request.query["expand"] !== "passwordPolicy") return response;
  const policy = effectivePolicy(subject.environment, subject.user);
  const passwordPolicy = passwordPolicyView(request.origin, subject.environment, policy);
  return { ...response, body: { ...response.body, _embedded: { passwordPolicy } } };
};
