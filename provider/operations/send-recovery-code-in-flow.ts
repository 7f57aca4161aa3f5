import type { Operation } from "../transport";
import { actionPath, type Flow, type FlowRef, onFlow } from "./flow";

/**
 * Mails another recovery code at a sign-on that waits for one; it takes the first one's place.
 *
 * Not repeatable: each call sends a mail.
 * https://developer.pingidentity.com/pingone-api/auth/flows/flows-1.html
 */
export const sendRecoveryCodeInFlow: Operation<FlowRef, Flow> = {
  ...onFlow,
  name: "sendRecoveryCodeInFlow",
  method: "POST",
  path: (params) => actionPath(params, "password.sendRecoveryCode"),
  mediaType: "application/vnd.pingidentity.password.sendRecoveryCode+json",
  repeatable: false,
  once: true,
};
