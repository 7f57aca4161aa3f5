import { ApiError, OAuthError, UnsupportedMediaTypeError } from "./errors";
import type { OperationContext, OperationRequest, OperationResponse } from "./operation";
import { operations } from "./operations";
import type { Route } from "./routes";
import { authorize } from "./token/authorize";
import { errorView } from "./views/error-view";
import { parseJson } from "./wire/json-body";

/** A request before it is authorised and parsed. */
export type IncomingRequest = Omit<OperationRequest, "body"> & {
  /** As it was sent; empty when there was none. */
  readonly text: string;
};

/**
 * Carries out one request: the token first, then the media type, then the body, then the operation.
 * Errors come back as responses.
 */
export async function dispatch(
  context: OperationContext,
  route: Route | undefined,
  incoming: IncomingRequest,
  correlationId: string,
): Promise<OperationResponse> {
  try {
    if (route?.operation !== "issueToken") {
      authorize(context, incoming.authorization, incoming.params["environmentId"] ?? "");
    }
    if (route === undefined) throw new UnsupportedMediaTypeError(incoming.mediaType);
    return await operations[route.operation](context, { ...incoming, body: readBody(incoming) });
  } catch (error) {
    return answerError(error, correlationId);
  }
}

/** Turns what a handler threw into its response; anything but the errors of errors.ts is a defect and goes on. */
export function answerError(error: unknown, correlationId: string): OperationResponse {
  if (error instanceof ApiError) return { status: error.status, body: errorView(correlationId, error) };
  if (error instanceof OAuthError) {
    return { status: error.status, body: { error: error.error, error_description: error.description } };
  }
  throw error;
}

/** The body as handlers see it: a form as its fields, everything else as JSON. */
export function readBody({ mediaType, text }: Pick<IncomingRequest, "mediaType" | "text">): unknown {
  return mediaType === "application/x-www-form-urlencoded" ? new URLSearchParams(text) : parseJson(text);
}
