import { PingOneError } from "../errors";
import { operations, type PasswordState, type UserRef } from "../operations";
import type { Send } from "../transport";
import { isNewer } from "./drift";
import { isUnclear } from "./unclear";

/**
 * Whether a change of the password whose answer never came was made: the time of the last change tells.
 * @throws {PingOneError} when that cannot be read either
 */
export async function tookEffect(
  send: Send,
  user: UserRef,
  before: Pick<PasswordState, "lastChangedAt">,
  error: unknown,
): Promise<PasswordState | undefined> {
  if (!(error instanceof PingOneError) || !isUnclear(error)) {
    return undefined;
  }
  try {
    const after = await send(operations.readPasswordState, user);
    return isNewer(after, before.lastChangedAt) ? after : undefined;
  } catch (second) {
    throw second instanceof PingOneError ? new UnknownOutcome(error, second) : second;
  }
}

/** Neither the answer nor the state could be had: the password may be the new one. */
export class UnknownOutcome extends PingOneError {
  constructor(error: PingOneError, second: PingOneError) {
    super(
      `${error.message} Whether the password was changed is not known, because its state cannot be read either (${second.message}). The next run looks at it first.`,
      { cause: error },
    );
  }
}
