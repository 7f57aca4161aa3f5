import type { Clock } from "./clock";
import { NotFoundError } from "./errors";
import type { Environment } from "./state/environment";
import type { State } from "./state/state";

/** What a handler may look at and change. */
export type OperationContext = { readonly state: State; readonly clock: Clock };

/** A request as a handler sees it: already authorised, its body parsed. */
export type OperationRequest = {
  /** Scheme and host the caller used; links are built from it. */
  readonly origin: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly authorization: string | undefined;
  /** The type that selected the operation, without parameters. */
  readonly mediaType: string;
  /** Parsed JSON, or the fields of a form; undefined when there was no body. */
  readonly body: unknown;
};

export type OperationResponse = { readonly status: number; readonly body?: object };

/** One call of the API. It throws a class of errors.ts instead of building an error itself. */
export type Operation = (
  context: OperationContext,
  request: OperationRequest,
) => OperationResponse | Promise<OperationResponse>;

/** The environment of the path. @throws NotFoundError */
export function requireEnvironment(context: OperationContext, request: OperationRequest): Environment {
  const environment = context.state.environments.get(requireParam(request, "environmentId"));
  if (environment === undefined) throw new NotFoundError();
  return environment;
}

/** A part of the path. @throws NotFoundError when the path has no such part */
export function requireParam(request: OperationRequest, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new NotFoundError();
  return value;
}
