import { PingOneApiError } from "../errors";

/** The answer of a call, or undefined when PingOne does not know the user any more. */
export async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof PingOneApiError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}
