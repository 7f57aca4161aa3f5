import type { Operation } from "../transport";
import { spellings } from "./spellings";
import { actionPath, type Flow, type FlowRef, onFlow } from "./flow";

/** What `recoverInFlow` is given. */
export type FlowRecovery = FlowRef & { readonly recoveryCode: string; readonly newPassword: string };

/**
 * Sets a new password at a sign-on, for the code that was mailed, and goes on with the sign-on: COMPLETED, or what is asked next.
 * https://developer.pingidentity.com/pingone-api/auth/flows/forgot-password/recover-password.html
 */
export const recoverInFlow: Operation<FlowRecovery, Flow> = {
  ...onFlow,
  name: "recoverInFlow",
  method: "POST",
  path: (params) => actionPath(params, "password.recover"),
  mediaType: "application/vnd.pingidentity.password.recover+json",
  body: ({ recoveryCode, newPassword }) => ({ recoveryCode, newPassword }),
  secrets: ({ recoveryCode, newPassword }) => [...spellings(recoveryCode), newPassword],
  repeatable: false,
  once: true,
};
