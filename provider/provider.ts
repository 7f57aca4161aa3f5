import "./require-node";
import { dynamicProvider } from "./dynamic/provider";

// The engine's entry. Its path and the names below stand in the state of every stack that uses this package: they stay for ever.

/** Behaviour of `ForgotPassword`, for the engine. */
export const ForgotPassword = () => dynamicProvider("ForgotPassword");

/** Behaviour of `PasswordCheck`, for the engine. */
export const PasswordCheck = () => dynamicProvider("PasswordCheck");

/** Behaviour of `PasswordForceChange`, for the engine. */
export const PasswordForceChange = () => dynamicProvider("PasswordForceChange");

/** Behaviour of `PasswordRecovery`, for the engine. */
export const PasswordRecovery = () => dynamicProvider("PasswordRecovery");

/** Behaviour of `PasswordRecoveryCode`, for the engine. */
export const PasswordRecoveryCode = () => dynamicProvider("PasswordRecoveryCode");

/** Behaviour of `PasswordReset`, for the engine. */
export const PasswordReset = () => dynamicProvider("PasswordReset");

/** Behaviour of `PasswordUnlock`, for the engine. */
export const PasswordUnlock = () => dynamicProvider("PasswordUnlock");

/** Behaviour of `TestUsers`, for the engine. */
export const TestUsers = () => dynamicProvider("TestUsers");

/** Behaviour of `User`, for the engine. */
export const User = () => dynamicProvider("User");

/** Behaviour of `UserPassword`, for the engine. */
export const UserPassword = () => dynamicProvider("UserPassword");
