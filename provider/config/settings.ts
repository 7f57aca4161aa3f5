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

/** The settings that are addresses. */
export type UrlSetting = "apiUrl" | "authUrl";

/** Where a PingOne tenant lives. */
export type RegionCode = "NA" | "EU" | "CA" | "AP" | "AU" | "SG";

type Address = {
  /** Where the tenant lives. */
  readonly regionCode?: RegionCode | undefined;
  /** URL of the API instead of the region's, e.g. of a simulator. */
  readonly apiUrl?: string | undefined;
  /** URL of the auth host instead of the region's. */
  readonly authUrl?: string | undefined;
};

type AccessToken = {
  readonly clientId?: string | undefined;
  readonly clientSecret?: undefined;
  readonly environmentId?: string | undefined;
  /** An access token instead of the client id and secret. */
  readonly apiAccessToken: string | undefined;
};

type WorkerApplication = {
  /** Client id of the worker application. */
  readonly clientId: string | undefined;
  /** Its client secret. */
  readonly clientSecret: string | undefined;
  /** UUID of the environment that holds the worker application; it may differ from the managed one. */
  readonly environmentId: string | undefined;
  readonly apiAccessToken?: undefined;
};

/** A connection to one PingOne tenant, taken whole: the worker application's id, secret and environment, or an access token. */
export type ConnectionSettings = (AccessToken | WorkerApplication) & Address;

/** All names, in the order in which messages list them. */
export const settingNames = Object.keys(settings) as Setting[];

/** The settings of the pace, by their names in Pulumi's configuration (`pingone:<name>`), and in the environment: no part of the connection. */
export const limitSettings = {
  maxConcurrency: "PINGONE_MAX_CONCURRENCY",
  requestsPerSecond: "PINGONE_REQUESTS_PER_SECOND",
} as const;

/** Name of one setting of the pace. */
export type LimitSetting = keyof typeof limitSettings;

/** How fast PingOne is asked. */
export type Limits = {
  /** Requests in flight at once, a whole number of at least 1. @default 16 */
  readonly maxConcurrency?: number | undefined;
  /** Requests per second, more than 0. @default no limit of our own: PingOne's 429 alone slows down */
  readonly requestsPerSecond?: number | undefined;
};

/** All names of settings of the pace. */
export const limitNames = Object.keys(limitSettings) as LimitSetting[];
