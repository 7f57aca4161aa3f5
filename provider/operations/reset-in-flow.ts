import type { Operation } from "../transport";
import { actionPath, type Flow, type FlowRef, onFlow } from "./flow";

/** What `resetInFlow` is given. */
export type FlowReset = FlowRef & { readonly currentPassword: string; readonly newPassword: string };

/**
 * Changes the password at a sign-on that asks for it (MUST_CHANGE_PASSWORD, PASSWORD_EXPIRED), and goes on with the sign-on:
 * COMPLETED, or what is asked next.
 * https://developer.pingidentity.com/pingone-api/auth/flows/flows-1/reset-password.html
 */
export const resetInFlow: Operation<FlowReset, Flow> = {
  ...onFlow,
  name: "resetInFlow",
  method: "POST",
  path: (params) => actionPath(params, "password.reset"),
  mediaType: "application/vnd.pingidentity.password.reset+json",
  body: ({ currentPassword, newPassword }) => ({ currentPassword, newPassword }),
  secrets: ({ currentPassword, newPassword }) => [currentPassword, newPassword],
  repeatable: false,
  once: true,
};
