import type { OperationContext, OperationRequest, OperationResponse } from "../operation";
import type { Flow } from "../state/flow";
import { flowView } from "../views/flow-view";

/** Every operation on a flow answers where the flow is afterwards. */
export function answerFlow(
  context: OperationContext,
  { origin }: OperationRequest,
  flow: Flow,
): OperationResponse & { readonly body: object } {
  return { status: 200, body: flowView(context, origin, flow) };
}
