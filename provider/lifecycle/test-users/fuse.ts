import {
  PingOneApiError,
  PingOneAuthError,
  PingOneConfigError,
  type PingOneError,
  PingOneNetworkError,
} from "../../errors";
import type { Send } from "../../transport";

/** Calls in a row without an answer after which nobody is taken to be there, for good, or to begin with. */
const LASTING = 32;
const FROM_THE_START = 2;

/** A way to PingOne that closes when all further calls would come to the same. */
export type Fuse = {
  readonly send: Send;
  blow(error: PingOneError): void;
  /** Why it is closed. */
  blown(): PingOneError | undefined;
};

/** Closes by itself where nobody answers: thousands of calls would each wait for the time-out. */
export function createFuse(send: Send): Fuse {
  let blown: PingOneError | undefined;
  let silent = 0;
  let patience = FROM_THE_START;
  const answered = () => {
    silent = 0;
    patience = LASTING;
  };
  const guard = () => {
    if (blown !== undefined) {
      throw blown;
    }
  };
  return {
    send: async (operation, params, options) => {
      guard();
      try {
        const answer = await send(operation, params, { ...options, guard });
        answered();
        return answer;
      } catch (error) {
        if (!(error instanceof PingOneNetworkError)) {
          answered();
          throw error;
        }
        silent += 1;
        blown ??= silent >= patience ? error : undefined;
        throw error;
      }
    },
    blow: (error) => {
      blown ??= error;
    },
    blown: () => blown,
  };
}

/** What thousands of further calls would come to as well. */
export function isHopeless(error: PingOneError): boolean {
  return (
    error instanceof PingOneAuthError ||
    error instanceof PingOneConfigError ||
    (error instanceof PingOneNetworkError && !error.unclear) ||
    // The limiter has waited as long as anyone would.
    (error instanceof PingOneApiError && error.status === 429)
  );
}
