import type { Operation } from "../transport";
import { actionPath, type Flow, type FlowRef, onFlow } from "./flow";

/**
 * Says at a sign-on that the password is forgotten: PingOne mails a recovery code and waits for it (RECOVERY_CODE_REQUIRED), also
 * when there is no such user.
 *
 * Not repeatable: a second call sends a second mail, whose code makes the first one worthless.
 * https://developer.pingidentity.com/pingone-api/auth/flows/forgot-password.html
 */
export const forgotPassword: Operation<FlowRef & { readonly username: string }, Flow> = {
  ...onFlow,
  name: "forgotPassword",
  method: "POST",
  path: (params) => actionPath(params, "password.forgot"),
  mediaType: "application/vnd.pingidentity.password.forgot+json",
  body: ({ username }) => ({ username }),
  repeatable: false,
  once: true,
};
