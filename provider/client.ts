/**
 * The same operations for scripts, without Pulumi: `import { createClient } from "pulumi-pingone-password/client"`.
 * @module
 */
import "./require-node";
export { type Client, type ClientOptions, createClient } from "./client/create-client";
export type { ConnectionSettings, RegionCode } from "./config";
export {
  type ErrorDetail,
  PingOneApiError,
  PingOneAuthError,
  PingOneConfigError,
  PingOneError,
  PingOneNetworkError,
  PingOneResponseError,
  PingOneTimeoutError,
} from "./errors";
export type {
  Flow,
  FlowStatus,
  NewUser,
  PasswordPolicy,
  PasswordState,
  PasswordStatus,
  Population,
  User,
  UserChanges,
  UserPage,
  UserQuery,
  UserRef,
} from "./operations";
