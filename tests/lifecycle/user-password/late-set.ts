import { PingOneNetworkError } from "../../../provider/errors";
import type { Send } from "../../../provider/transport";

/** Loses the answer to the first set of a password, which takes effect only after the look at the state that follows it. */
export function lateSet(send: Send): Send {
  let arrive: (() => Promise<unknown>) | undefined;
  let isLost = false;
  return async (operation, params) => {
    if (!isLost && operation.name.startsWith("setPassword")) {
      isLost = true;
      arrive = () => send(operation, params);
      throw new PingOneNetworkError(`${operation.name} got no answer.`, true);
    }
    const answer = await send(operation, params);
    const late = arrive;
    arrive = undefined;
    await late?.();
    return answer;
  };
}
