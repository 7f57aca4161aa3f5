import { InvalidDataError } from "../errors";
import { advanceFlow, requireUsable } from "../flows/advance-flow";
import { answerFlow } from "../flows/answer-flow";
import { requireAction } from "../flows/flow-actions";
import { requireFlow } from "../flows/require-flow";
import { sessionCookie } from "../flows/session-cookie";
import { requireEnvironment } from "../operation";
import type { Operation } from "../operation";
import { comparePassword } from "../password/compare-password";
import { passwordSubject } from "../password/password-operation";
import { requireObject, requireText } from "../wire/json-body";

/**
 * Signs a user on with name and password. A name nobody has and a wrong password get the same answer; a wrong password
 * counts towards the lockout as one of checkPassword does.
 */
export const checkUsernamePassword: Operation = (context, request) => {
  const flow = requireFlow(context, request);
  const body = requireObject(request.body);
  const username = requireText(body, "username");
  const password = requireText(body, "password");
  requireAction(flow, "usernamePassword.check");
  const environment = requireEnvironment(context, request);
  const user = environment.users.findByUsername(username);
  const stored = user?.password.stored;
  // A password that a gateway keeps is not here either: its users cannot sign on.
  if (user === undefined || stored === undefined) throw invalidCredentials();
  const subject = passwordSubject(environment, user, context.clock.now());
  if (!comparePassword(context, subject, stored, password).isMatch) throw invalidCredentials();
  // Only who knows the password learns that the account is not usable.
  requireUsable(subject);
  advanceFlow(flow, subject, request.remoteIp);
  const headers = { "Set-Cookie": sessionCookie(environment.id, flow.sessionToken) };
  return { ...answerFlow(context, request, flow), headers };
};

function invalidCredentials(): InvalidDataError {
  return new InvalidDataError({
    code: "INVALID_CREDENTIALS",
    message: "The provided credentials are invalid",
  });
}
