/** Who the worker application is, or a token it was given. */
export type Credentials =
  | {
      readonly kind: "client";
      readonly environmentId: string;
      readonly clientId: string;
      readonly clientSecret: string;
    }
  | { readonly kind: "token"; readonly accessToken: string };

/** Everything needed to reach one PingOne tenant. */
export type Connection = {
  /** Where all of it was read, in words for messages, e.g. `the environment`. */
  readonly source: string;
  /** Without a trailing slash and without `/v1`, e.g. `https://api.pingone.eu`. */
  readonly apiUrl: string;
  /** Without a trailing slash, e.g. `https://auth.pingone.eu`. */
  readonly authUrl: string;
  readonly credentials: Credentials;
};
