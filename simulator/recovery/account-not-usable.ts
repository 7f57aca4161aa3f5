import { RequestFailedError } from "../errors";

/** The refusal for a user who is disabled or locked. */
export function accountNotUsable(): RequestFailedError {
  return new RequestFailedError({
    code: "ACCOUNT_NOT_USABLE",
    target: "user",
    message: "The account of the user is disabled or locked",
  });
}
