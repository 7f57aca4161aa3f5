import { AssertionError } from "chai";

/** The error a call is refused with; one that succeeds, or is refused with another class, fails the test. */
export async function refusalOf<E extends Error>(
  type: abstract new (...args: never[]) => E,
  call: Promise<unknown>,
): Promise<E> {
  try {
    await call;
  } catch (error) {
    if (error instanceof type) {
      return error;
    }
    throw error;
  }
  throw new AssertionError(`the call succeeds, where a ${type.name} was expected`);
}
