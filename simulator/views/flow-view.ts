import { FLOW_ACTIONS } from "../flows/flow-actions";
import { findFlowSubject } from "../flows/flow-subject";
import type { OperationContext } from "../operation";
import type { PasswordSubject } from "../password/password-operation";
import { effectivePolicy } from "../state/environment";
import type { Flow, FlowStatus } from "../state/flow";
import { flowLink, resumeUrl } from "../wire/flow-links";
import { passwordPolicyView } from "./password-policy-view";

/** Where the user has proved nothing yet, so that nothing about a user may show. */
const ANONYMOUS: readonly FlowStatus[] = ["USERNAME_PASSWORD_REQUIRED", "RECOVERY_CODE_REQUIRED"];

/** Where the user has to find a new password. */
const NEEDS_POLICY: readonly FlowStatus[] = ["MUST_CHANGE_PASSWORD", "PASSWORD_EXPIRED"];

/** A flow as the API answers it; its links are the actions the status allows. */
export function flowView(context: OperationContext, origin: string, flow: Flow): object {
  const { id, environmentId, clientId, status } = flow;
  const self = flowLink(origin, environmentId, id);
  const actions = FLOW_ACTIONS[status].map((action) => [action, self] as const);
  const name = context.state.applications.get(clientId)?.name;
  const subject = ANONYMOUS.includes(status) ? undefined : findFlowSubject(context, flow);
  return {
    _links: { self, ...Object.fromEntries(actions) },
    _embedded: {
      application: { id: clientId, ...(name === undefined ? {} : { name }) },
      socialProviders: [],
      ...(subject === undefined ? {} : { user: userSummary(subject) }),
      ...(subject !== undefined && NEEDS_POLICY.includes(status)
        ? { passwordPolicy: policyOf(origin, subject) }
        : {}),
    },
    id,
    status,
    resumeUrl: resumeUrl(origin, environmentId, id),
  };
}

function userSummary({ user }: PasswordSubject): object {
  const { username, email, name } = user.attributes;
  return {
    id: user.id,
    username,
    ...(email === undefined ? {} : { email }),
    ...(name === undefined ? {} : { name }),
  };
}

function policyOf(origin: string, { environment, user }: PasswordSubject): object {
  return passwordPolicyView(origin, environment, effectivePolicy(environment, user));
}
