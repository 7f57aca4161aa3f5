import { passwordUnlock } from "./password-unlock";
import { userPassword } from "./user-password";

/** What each resource type does, by its name. */
export const lifecycles = { PasswordUnlock: passwordUnlock, UserPassword: userPassword } as const;

/** Name of a resource type. */
export type ResourceName = keyof typeof lifecycles;

export type { CheckFailure, Lifecycle, Props, Report } from "./lifecycle";
export { createLivingUsers, type LivingUsers } from "./living-users";
export type { LockReport, RemainingLock } from "./lock-report";
export type { Session } from "./session";
export type { DeletionPolicy, ValueFrom } from "./user-password-types";
