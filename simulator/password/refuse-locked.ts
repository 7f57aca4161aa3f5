import { RequestFailedError } from "../errors";
import { currentLock, secondsUntilUnlock } from "./lockout";
import type { PasswordSubject } from "./password-operation";

/** @throws RequestFailedError while the password is locked out */
export function refuseLocked({ record, now }: PasswordSubject): void {
  if (currentLock(record, now) === undefined) return;
  const seconds = secondsUntilUnlock(record, now);
  throw new RequestFailedError({
    code: "PASSWORD_LOCKED_OUT",
    target: "password",
    message: "The password of the user is locked out",
    ...(seconds === undefined ? {} : { innerError: { secondsUntilUnlock: seconds } }),
  });
}
