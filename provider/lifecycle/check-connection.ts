import { PingOneConfigError } from "../errors";
import type { CheckFailure } from "./lifecycle";
import type { Session } from "./session";

/** The connection's settings are looked at before the first call, so that preview already says what is missing. */
export function checkConnection(session: Session): CheckFailure[] {
  try {
    session.checkConnection();
    return [];
  } catch (error) {
    if (error instanceof PingOneConfigError) {
      return [{ property: "", reason: error.message }];
    }
    throw error;
  }
}
