import { OAuthError } from "../errors";
import { answerFlow } from "../flows/answer-flow";
import { readAuthorizationRequest, readReturnAddress } from "../flows/read-authorization-request";
import type { ReturnAddress } from "../flows/read-authorization-request";
import { sessionCookie } from "../flows/session-cookie";
import { openFlow } from "../flows/open-flow";
import { requireEnvironment } from "../operation";
import type { Operation, OperationContext, OperationRequest, OperationResponse } from "../operation";
import type { Application } from "../state/application";
import type { AuthorizationRequest } from "../state/flow";
import { signOnPageUrl } from "../wire/flow-links";
import { redirectTo } from "../wire/redirect";

/** Starts a sign-on: sends the browser to the sign-on page, or answers the flow itself for `response_mode=pi.flow`. */
export const startFlow: Operation = (context, request) => {
  const environment = requireEnvironment(context, request);
  const parameters = readParameters(request);
  const application = requireApplication(context, environment.id, parameters.get("client_id"));
  const address = readReturnAddress(parameters, application);
  let asked: AuthorizationRequest;
  try {
    asked = readAuthorizationRequest(parameters, application, address);
  } catch (error) {
    return answerRefusal(error, address, parameters.get("state"));
  }
  const flow = openFlow(context, application, asked, request.cookie);
  const headers = { "Set-Cookie": sessionCookie(environment.id, flow.sessionToken) };
  if (address.responseMode === "pi.flow") return { ...answerFlow(context, request, flow), headers };
  const location = signOnPageUrl(request.origin, environment.id, flow.id);
  return { status: 302, headers: { ...headers, Location: location } };
};

/** The parameters of the query, and of the form where there is one: that one decides. */
function readParameters({ query, body }: OperationRequest): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) parameters.set(name, value ?? "");
  if (body instanceof URLSearchParams) body.forEach((value, name) => parameters.set(name, value));
  return parameters;
}

/** @throws OAuthError for a client nobody can sign on to */
function requireApplication(
  { state }: OperationContext,
  environmentId: string,
  clientId: string | null,
): Application {
  if (clientId === null) throw new OAuthError(400, "invalid_request", "Missing parameter: client_id");
  const application = state.applications.get(clientId);
  if (application?.environmentId === environmentId) return application;
  if (state.workers.get(clientId)?.environmentId === environmentId) {
    throw new OAuthError(400, "unauthorized_client", "Users cannot sign on to a worker application");
  }
  throw new OAuthError(400, "invalid_client", "There is no such application");
}

/** A browser takes the error to the application; a client of `pi.flow` gets it as it is. */
function answerRefusal(error: unknown, address: ReturnAddress, state: string | null): OperationResponse {
  if (!(error instanceof OAuthError) || address.responseMode === "pi.flow") throw error;
  return redirectTo(address.redirectUri, {
    error: error.error,
    error_description: error.description,
    state: state ?? undefined,
  });
}
