import { PingOneError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import type { Send } from "../transport";
import { EXTERNAL_PASSWORD } from "./explain-refusal";
import type { Props, Report } from "./lifecycle";
import { changedKnown } from "./changed";
import { attemptsLeft } from "./lock-budget";
import { isEncoded } from "./password-value";
import { proveCurrent } from "./prove-current";

/** Said at preview and when it is tried. */
export const NOTHING_TO_ADOPT =
  "The user has no password to take over: leave adopt out, so that the value is set.";

/** A password that is managed from now on, as it is. */
export type Adopted = { readonly state: PasswordState; readonly verified: boolean };

/** Taking over is for the first time only, for a user: later the option says nothing. */
export function isAdoption(olds: Props, news: Props): boolean {
  return (
    news["adopt"] === true &&
    (olds["fingerprint"] === undefined ||
      changedKnown<string>(olds, news, ["environmentId", "userId"]).length > 0)
  );
}

/**
 * Takes over the password a user has, without writing it. A value that is given is checked once, where a miss could not lock the user
 * out, and has to be the one.
 * @throws {PingOneError} when there is nothing to take over, or the value is another one
 */
export async function adoptPassword(
  send: Send,
  user: UserRef,
  value: string | undefined,
  report: Report,
): Promise<Adopted> {
  const state = await send(operations.readPasswordState, user);
  if (state.status === "EXTERNAL") {
    throw new PingOneError(`There is no password of PingOne's to take over. ${EXTERNAL_PASSWORD}`);
  }
  if (state.status === "NO_PASSWORD") {
    throw new PingOneError(NOTHING_TO_ADOPT);
  }
  const verified = value !== undefined && (await verify(send, user, value, state, report));
  report.info(
    `Took over the password as it is${verified ? ": the value was checked and is the current one" : ", without knowing it"}.`,
  );
  return { state, verified };
}

async function verify(
  send: Send,
  user: UserRef,
  value: string,
  state: PasswordState,
  report: Report,
): Promise<boolean> {
  const cannot =
    isEncoded(value) ||
    state.status === "PASSWORD_LOCKED_OUT" ||
    (await attemptsLeft(send, user, state)) <= 1;
  if (cannot) {
    report.warn(
      "The value is not checked against the password that is taken over: it is encoded, or a miss could lock the user out.",
    );
    return false;
  }
  const proof = await proveCurrent(send, user, value, state);
  if (!proof.isCurrent) {
    throw new PingOneError(
      `adopt: the value is not the user's password: ${proof.reason}. Nothing was changed. Leave adopt out to set it.`,
    );
  }
  return true;
}
