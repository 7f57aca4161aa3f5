import { dynamicProvider } from "./dynamic/provider";

// The engine's entry. Its path and the names below stand in the state of every stack that uses this package: they stay for ever.

/** Behaviour of `UserPassword`, for the engine. */
export const UserPassword = () => dynamicProvider("UserPassword");

/** Behaviour of `PasswordUnlock`, for the engine. */
export const PasswordUnlock = () => dynamicProvider("PasswordUnlock");
