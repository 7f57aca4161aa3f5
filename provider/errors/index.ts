export { PartialFailure } from "./partial-failure";
export { PingOneApiError, type ErrorDetail, type Refusal } from "./pingone-api-error";
export { PingOneAuthError } from "./pingone-auth-error";
export { PingOneConfigError } from "./pingone-config-error";
export { PingOneError } from "./pingone-error";
export { PingOneNetworkError } from "./pingone-network-error";
export { PingOneResponseError } from "./pingone-response-error";
export { PingOneTimeoutError } from "./pingone-timeout-error";
export { UserRowsError } from "./user-rows-error";
