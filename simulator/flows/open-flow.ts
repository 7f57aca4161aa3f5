import { randomUUID } from "node:crypto";
import type { OperationContext } from "../operation";
import type { Application } from "../state/application";
import type { AuthorizationRequest, Flow } from "../state/flow";
import { readSessionTokens } from "./session-cookie";

/** Starts a flow, in the session whose cookie the client has already or in a new one. */
export function openFlow(
  { state, clock }: OperationContext,
  { clientId, environmentId }: Application,
  request: AuthorizationRequest,
  cookie: string | undefined,
): Flow {
  const known = readSessionTokens(cookie).find((token) => state.sessions.get(token) === environmentId);
  const flow: Flow = {
    id: randomUUID(),
    environmentId,
    clientId,
    sessionToken: known ?? randomUUID(),
    request,
    status: "USERNAME_PASSWORD_REQUIRED",
    userId: undefined,
    decoyCode: undefined,
    isResumed: false,
    lastUsedAt: clock.now(),
  };
  state.sessions.set(flow.sessionToken, environmentId);
  state.flows.set(flow.id, flow);
  return flow;
}
