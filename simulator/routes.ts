import type { OperationName } from "./operations";

/** What lets a request pass: a token, the session cookie of the flow it names, or nothing at all. */
export type Access = "bearer" | "flow" | "open";

export type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** Which request is which operation. */
export type Route = {
  readonly operation: OperationName;
  readonly method: Method;
  readonly path: string;
  /** The content types that select it; undefined: any, or none. */
  readonly mediaTypes?: readonly string[];
  /** The same for all operations of a path. @default "bearer" */
  readonly access?: Access;
};

const VENDOR = "application/vnd.pingidentity.";
const JSON_TYPE = ["application/json"];
const IMPORT = `${VENDOR}user.import+json`;
const SIGN_ON = "/:environmentId/as";
const FLOW = "/:environmentId/flows/:flowId";
const ENVIRONMENT = "/v1/environments/:environmentId";
const USERS = `${ENVIRONMENT}/users`;
const USER = `${USERS}/:userId`;
const PASSWORD = `${USER}/password`;
const POPULATIONS = `${ENVIRONMENT}/populations`;
const POPULATION = `${POPULATIONS}/:populationId`;
const POLICIES = `${ENVIRONMENT}/passwordPolicies`;
const POLICY = `${POLICIES}/:passwordPolicyId`;

/** A type with a body. */
const withBody = (name: string) => [`${VENDOR}${name}+json`];

/** A type without a body: the documentation writes some of them with `+json` and some without, so both count. */
const withoutBody = (name: string) => [`${VENDOR}${name}+json`, `${VENDOR}${name}`];

/** An action of a flow. */
const inFlow = (operation: OperationName, mediaTypes: readonly string[]): Route => ({
  operation,
  method: "POST",
  path: FLOW,
  mediaTypes,
  access: "flow",
});

/** One row per operation, or two where it takes two methods. */
export const routes: readonly Route[] = [
  { operation: "issueToken", method: "POST", path: `${SIGN_ON}/token`, access: "open" },

  { operation: "startFlow", method: "GET", path: `${SIGN_ON}/authorize`, access: "open" },
  { operation: "startFlow", method: "POST", path: `${SIGN_ON}/authorize`, access: "open" },
  { operation: "resumeFlow", method: "GET", path: `${SIGN_ON}/resume`, access: "flow" },
  { operation: "readFlow", method: "GET", path: FLOW, access: "flow" },
  inFlow("checkUsernamePassword", withBody("usernamePassword.check")),
  inFlow("forgotPassword", withBody("password.forgot")),
  inFlow("sendRecoveryCodeInFlow", withoutBody("password.sendRecoveryCode")),
  inFlow("recoverInFlow", withBody("password.recover")),
  inFlow("resetInFlow", withBody("password.reset")),
  inFlow("resetSession", withBody("session.reset")),

  { operation: "readPasswordState", method: "GET", path: PASSWORD },
  { operation: "setPassword", method: "PUT", path: PASSWORD, mediaTypes: withBody("password.set") },
  { operation: "setPasswordValue", method: "PUT", path: PASSWORD, mediaTypes: withBody("password.setValue") },
  { operation: "resetPassword", method: "PUT", path: PASSWORD, mediaTypes: withBody("password.reset") },
  { operation: "checkPassword", method: "POST", path: PASSWORD, mediaTypes: withBody("password.check") },
  { operation: "unlockPassword", method: "POST", path: PASSWORD, mediaTypes: withoutBody("password.unlock") },
  {
    operation: "forcePasswordChange",
    method: "POST",
    path: PASSWORD,
    mediaTypes: withoutBody("password.forceChange"),
  },
  {
    operation: "sendRecoveryCode",
    method: "POST",
    path: PASSWORD,
    mediaTypes: withoutBody("password.sendRecoveryCode"),
  },
  { operation: "recoverPassword", method: "POST", path: PASSWORD, mediaTypes: withBody("password.recover") },

  { operation: "listUsers", method: "GET", path: USERS },
  { operation: "createUser", method: "POST", path: USERS, mediaTypes: [...JSON_TYPE, IMPORT] },
  { operation: "readUser", method: "GET", path: USER },
  { operation: "replaceUser", method: "PUT", path: USER, mediaTypes: JSON_TYPE },
  { operation: "updateUser", method: "PATCH", path: USER, mediaTypes: JSON_TYPE },
  { operation: "deleteUser", method: "DELETE", path: USER },
  { operation: "lockAccount", method: "POST", path: USER, mediaTypes: withoutBody("account.lock") },
  { operation: "unlockAccount", method: "POST", path: USER, mediaTypes: withoutBody("account.unlock") },
  { operation: "updateUserEnabled", method: "PUT", path: `${USER}/enabled`, mediaTypes: JSON_TYPE },
  { operation: "updateUserPopulation", method: "PUT", path: `${USER}/population`, mediaTypes: JSON_TYPE },

  { operation: "listPopulations", method: "GET", path: POPULATIONS },
  { operation: "createPopulation", method: "POST", path: POPULATIONS, mediaTypes: JSON_TYPE },
  { operation: "readPopulation", method: "GET", path: POPULATION },
  { operation: "updatePopulation", method: "PUT", path: POPULATION, mediaTypes: JSON_TYPE },
  { operation: "deletePopulation", method: "DELETE", path: POPULATION },

  { operation: "listPasswordPolicies", method: "GET", path: POLICIES },
  { operation: "createPasswordPolicy", method: "POST", path: POLICIES, mediaTypes: JSON_TYPE },
  { operation: "readPasswordPolicy", method: "GET", path: POLICY },
  { operation: "updatePasswordPolicy", method: "PUT", path: POLICY, mediaTypes: JSON_TYPE },
  { operation: "deletePasswordPolicy", method: "DELETE", path: POLICY },

  { operation: "listActivities", method: "GET", path: `${ENVIRONMENT}/activities` },
];

/** The route among those of one path that the media type selects. */
export function selectRoute(candidates: readonly Route[], mediaType: string): Route | undefined {
  return candidates.find(({ mediaTypes }) => mediaTypes === undefined || mediaTypes.includes(mediaType));
}
