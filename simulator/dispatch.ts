import type { Actor } from "./activities/actor";
import { ApiError, OAuthError, UnsupportedMediaTypeError } from "./errors";
import { requireFlow } from "./flows/require-flow";
import type { OperationContext, OperationRequest, OperationResponse } from "./operation";
import { operations } from "./operations";
import type { Access, Route } from "./routes";
import { authorize } from "./token/authorize";
import { errorView } from "./views/error-view";
import { parseJson } from "./wire/json-body";

/** A request before it is authorised and parsed. */
export type IncomingRequest = Omit<OperationRequest, "actor" | "body"> & {
  /** As it was sent; empty when there was none. */
  readonly text: string;
};

/** What path and media type select; `route` is undefined when no operation of the path has that type. */
export type Selected = { readonly access: Access; readonly route: Route | undefined };

/**
 * Carries out one request: the token or the session first, then the media type, then the body, then the operation.
 * Errors come back as responses.
 */
export async function dispatch(
  context: OperationContext,
  selected: Selected,
  incoming: IncomingRequest,
  correlationId: string,
): Promise<OperationResponse> {
  try {
    const actor = admit(context, selected, incoming);
    const { route } = selected;
    if (route === undefined) throw new UnsupportedMediaTypeError(incoming.mediaType);
    const request = { ...incoming, actor, body: readBody(incoming) };
    return await operations[route.operation]({ ...context, correlationId }, request);
  } catch (error) {
    return answerError(error, correlationId);
  }
}

/** Lets a request pass by what its path asks for. @returns who calls, where a token says so */
function admit(
  context: OperationContext,
  { access, route }: Selected,
  incoming: IncomingRequest,
): Actor | undefined {
  if (access === "bearer") return authorize(context, incoming, route?.operation);
  if (access === "flow") requireFlow(context, incoming);
  return undefined;
}

/** Turns what a handler threw into its response; anything but the errors of errors.ts is a defect and goes on. */
export function answerError(error: unknown, correlationId: string): OperationResponse {
  if (error instanceof ApiError) {
    return { status: error.status, headers: error.headers, body: errorView(correlationId, error) };
  }
  if (error instanceof OAuthError) {
    return { status: error.status, body: { error: error.error, error_description: error.description } };
  }
  throw error;
}

/** The body as handlers see it: a form as its fields, everything else as JSON. */
export function readBody({ mediaType, text }: Pick<IncomingRequest, "mediaType" | "text">): unknown {
  return mediaType === "application/x-www-form-urlencoded" ? new URLSearchParams(text) : parseJson(text);
}
