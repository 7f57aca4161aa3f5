import { InvalidTokenError, NotFoundError } from "../errors";
import { requireEnvironment } from "../operation";
import type { OperationContext, OperationRequest } from "../operation";
import type { Flow } from "../state/flow";
import { readSessionTokens } from "./session-cookie";

/** How long a flow waits for its next request. */
const IDLE_LIFETIME = 15 * 60 * 1000;

/** What says which flow a request belongs to, and that it may. */
type FlowRequest = Pick<OperationRequest, "params" | "query" | "cookie">;

/**
 * The flow that the path or the query names; being asked for keeps it alive.
 * @throws NotFoundError, also for one that was left alone too long, or InvalidTokenError without its session cookie
 */
export function requireFlow(context: OperationContext, request: FlowRequest): Flow {
  const environment = requireEnvironment(context, request);
  const { state, clock } = context;
  const flow = state.flows.get(request.params["flowId"] ?? request.query["flowId"] ?? "");
  if (flow?.environmentId !== environment.id) throw new NotFoundError();
  if (clock.now() - flow.lastUsedAt >= IDLE_LIFETIME) {
    state.flows.delete(flow.id);
    throw new NotFoundError();
  }
  if (!readSessionTokens(request.cookie).includes(flow.sessionToken)) throw new InvalidTokenError();
  flow.lastUsedAt = clock.now();
  return flow;
}
