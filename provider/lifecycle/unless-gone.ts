import { PingOneApiError } from "../errors";

/**
 * The answer of a call, or undefined when PingOne does not know the user (any more).
 * @param expectGone false where a missing user is an error: `get` would turn it into empty outputs without a word
 */
export async function unlessGone<T>(call: Promise<T>, expectGone = true): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    if (expectGone && error instanceof PingOneApiError && error.status === 404) {
      return undefined;
    }
    throw error;
  }
}
