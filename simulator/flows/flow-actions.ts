import { RequestFailedError } from "../errors";
import type { Flow, FlowStatus } from "../state/flow";

/** What can be done in a flow: the name of a link, and of the media type behind it. */
export type FlowAction =
  | "usernamePassword.check"
  | "password.forgot"
  | "password.sendRecoveryCode"
  | "password.recover"
  | "password.reset"
  | "session.reset";

/** What each status allows, in the order of the links. */
export const FLOW_ACTIONS: Readonly<Record<FlowStatus, readonly FlowAction[]>> = {
  USERNAME_PASSWORD_REQUIRED: ["usernamePassword.check", "password.forgot", "session.reset"],
  MUST_CHANGE_PASSWORD: ["password.reset", "session.reset"],
  PASSWORD_EXPIRED: ["password.reset", "session.reset"],
  RECOVERY_CODE_REQUIRED: ["password.recover", "password.sendRecoveryCode", "session.reset"],
  OTP_REQUIRED: ["session.reset"],
  COMPLETED: [],
};

/** @throws RequestFailedError when the flow is at another point */
export function requireAction({ status }: Flow, action: FlowAction): void {
  if (FLOW_ACTIONS[status].includes(action)) return;
  throw new RequestFailedError({
    code: "CONSTRAINT_VIOLATION",
    target: "status",
    message: `The action ${action} is not possible while the status of the flow is ${status}`,
  });
}
