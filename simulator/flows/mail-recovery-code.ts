import { ApiError } from "../errors";
import type { OperationContext } from "../operation";
import { createRecoveryCode } from "../recovery/recovery-code";
import { sendRecoveryCode } from "../recovery/send-recovery-code";
import type { Flow } from "../state/flow";
import { findFlowSubject } from "./flow-subject";

/**
 * Mails a recovery code to the user of the flow. A code that nobody learns stands in where nobody has the
 * name, or the user may get none: the answers must not tell which names exist.
 */
export function mailRecoveryCode(context: OperationContext, flow: Flow, origin: string): void {
  const subject = findFlowSubject(context, flow);
  flow.decoyCode = createRecoveryCode(context.clock.now()).code;
  if (subject === undefined) return;
  try {
    sendRecoveryCode(context, subject, origin);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
  }
}
