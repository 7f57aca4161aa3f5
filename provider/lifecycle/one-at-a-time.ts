import type { UserRef } from "../operations";
import type { Send } from "../transport";
import { userKey } from "./user-id";

const queues = new WeakMap<Send, Map<string, Promise<unknown>>>();

/**
 * Runs what may cost one user a failed attempt after whatever else does: two that read "two left" at once would lock the user out
 * together.
 */
export async function oneAtATime<T>(send: Send, user: UserRef, attempt: () => Promise<T>): Promise<T> {
  const ofTenant = queues.get(send) ?? new Map<string, Promise<unknown>>();
  queues.set(send, ofTenant);
  const key = userKey({ environmentId: user.environmentId, userId: user.userId });
  const before = ofTenant.get(key) ?? Promise.resolve();
  const mine = before.then(attempt, attempt);
  ofTenant.set(key, mine);
  return mine;
}
