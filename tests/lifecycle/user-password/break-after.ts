import type { Send } from "../../../provider/transport";

/**
 * Carries everything out, and for the operations named throws afterwards, as when PingOne has acted and its answer is lost.
 * @param failures what is thrown after an operation of that name
 */
export function breakAfter(send: Send, failures: Readonly<Record<string, Error>>): Send {
  return async (operation, params) => {
    const result = await send(operation, params);
    const failure = failures[operation.name];
    if (failure !== undefined) {
      throw failure;
    }
    return result;
  };
}
