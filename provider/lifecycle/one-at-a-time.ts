import type { UserRef } from "../operations";
import type { Send } from "../transport";
import { userKey } from "./user-id";

const queues = new WeakMap<Send, Map<string, Promise<unknown>>>();

/**
 * Runs what may cost one user a failed attempt after whatever else does: two that read "two left" at once would lock the user out
 * together.
 * @param attempt is told whether it had to wait: what was read before that may not be so any more
 */
export async function oneAtATime<T>(
  send: Send,
  user: UserRef,
  attempt: (hasWaited: boolean) => Promise<T>,
): Promise<T> {
  const ofTenant = queues.get(send) ?? new Map<string, Promise<unknown>>();
  queues.set(send, ofTenant);
  const key = userKey({ environmentId: user.environmentId, userId: user.userId });
  const before = ofTenant.get(key);
  const afterwards = () => attempt(true);
  const mine = before === undefined ? attempt(false) : before.then(afterwards, afterwards);
  ofTenant.set(key, mine);
  try {
    return await mine;
  } finally {
    if (ofTenant.get(key) === mine) {
      ofTenant.delete(key);
    }
  }
}
