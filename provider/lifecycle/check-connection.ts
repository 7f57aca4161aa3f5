import { PingOneConfigError } from "../errors";
import type { CheckFailure } from "./lifecycle";
import { failure } from "./rules";
import type { Session } from "./session";

/** The connection's settings are looked at before the first call, so that preview already says what is missing. */
export function checkConnection(session: Session): CheckFailure[] {
  try {
    session.checkConnection();
    return [];
  } catch (error) {
    if (error instanceof PingOneConfigError) {
      return [failure(error.message)];
    }
    throw error;
  }
}
