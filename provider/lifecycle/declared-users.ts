import type { LivingUsers } from "./living-users";
import type { Props } from "./lifecycle";

/** By which a run knows that its program declares a username. */
export function usernameKey({ environmentId, username }: Props): string {
  return `username ${String(environmentId)}/${String(username).toLowerCase()}`;
}

/** Notes that this run still has a resource for a user, whatever else it deletes. */
export function declareLiving(livingUsers: LivingUsers, id: string, resource: string): void {
  livingUsers.declare(`User ${id}`, resource);
}

/** True for a user that a resource of this run has. */
export function isLiving(livingUsers: LivingUsers, id: string): boolean {
  return livingUsers.has(`User ${id}`);
}
