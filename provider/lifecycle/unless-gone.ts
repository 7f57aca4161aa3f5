import { PingOneApiError } from "../errors";

/** The answer of a call, or undefined when PingOne does not know the user any more. */
export async function unlessGone<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call;
  } catch (error) {
    // A 404 that is not PingOne's own comes from a wrong address, behind which nothing is gone.
    if (error instanceof PingOneApiError && error.status === 404 && error.code === "NOT_FOUND") {
      return undefined;
    }
    throw error;
  }
}
