import type { Actor } from "./activities/actor";
import type { Clock } from "./clock";
import { NotFoundError } from "./errors";
import type { Environment } from "./state/environment";
import type { State } from "./state/state";

/** What a handler may look at and change. */
export type OperationContext = {
  readonly state: State;
  readonly clock: Clock;
  /** The id under which the response will be known; undefined outside of a request. */
  readonly correlationId?: string;
};

/** A request as a handler sees it: already authorised, its body parsed. */
export type OperationRequest = {
  /** Scheme and host the caller used; links are built from it. */
  readonly origin: string;
  readonly params: Readonly<Record<string, string | undefined>>;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly authorization: string | undefined;
  /** The Cookie header. */
  readonly cookie: string | undefined;
  /** The address the request came from. */
  readonly remoteIp: string;
  /** Who calls, by the token; undefined where none is needed. */
  readonly actor: Actor | undefined;
  /** The type that selected the operation, without parameters. */
  readonly mediaType: string;
  /** Parsed JSON, or the fields of a form; undefined when there was no body. */
  readonly body: unknown;
};

export type OperationResponse = {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: object;
};

/** One call of the API. It throws a class of errors.ts instead of building an error itself. */
export type Operation = (
  context: OperationContext,
  request: OperationRequest,
) => OperationResponse | Promise<OperationResponse>;

/** The environment of the path. @throws NotFoundError */
export function requireEnvironment(
  context: OperationContext,
  request: Pick<OperationRequest, "params">,
): Environment {
  const environment = context.state.environments.get(requireParam(request, "environmentId"));
  if (environment === undefined) throw new NotFoundError();
  return environment;
}

/** A part of the path. @throws NotFoundError when the path has no such part */
export function requireParam(request: Pick<OperationRequest, "params">, name: string): string {
  const value = request.params[name];
  if (value === undefined) throw new NotFoundError();
  return value;
}
