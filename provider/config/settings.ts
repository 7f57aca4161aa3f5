/** The settings of a connection, by their names in Pulumi's configuration (`pingone:<name>`), and in the environment. */
export const settings = {
  clientId: "PINGONE_CLIENT_ID",
  clientSecret: "PINGONE_CLIENT_SECRET",
  environmentId: "PINGONE_ENVIRONMENT_ID",
  regionCode: "PINGONE_REGION_CODE",
  apiUrl: "PINGONE_API_URL",
  authUrl: "PINGONE_AUTH_URL",
  apiAccessToken: "PINGONE_API_ACCESS_TOKEN",
} as const;

/** Name of one setting. */
export type Setting = keyof typeof settings;

/** All names, in the order in which messages list them. */
export const settingNames = Object.keys(settings) as Setting[];
