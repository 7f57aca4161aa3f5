export type { DeletionPolicy, LockReport, RemainingLock, ValueFrom } from "./lifecycle";
export type { PasswordStatus } from "./operations";
export { PasswordUnlock, type PasswordUnlockArgs } from "./resources/password-unlock";
export { Provider, type ProviderArgs } from "./resources/provider";
export { UserPassword, type UserPasswordArgs } from "./resources/user-password";
