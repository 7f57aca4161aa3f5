import type { TokenEndpointAuthMethod } from "./worker";

/** What an application may do at the token endpoint; the simulated sign-on needs the first. */
export const GRANT_TYPES = ["AUTHORIZATION_CODE", "IMPLICIT", "REFRESH_TOKEN"] as const;

export type GrantType = (typeof GRANT_TYPES)[number];

/** A web application: users sign on to it. Workers are kept apart, they act for nobody. */
export type Application = {
  readonly type: "WEB_APP";
  readonly clientId: string;
  readonly name: string;
  readonly environmentId: string;
  /** Undefined: a public application, it proves itself with PKCE alone. */
  readonly clientSecret: string | undefined;
  /** Where users may be sent back to, compared as printed. */
  readonly redirectUris: readonly string[];
  readonly grantTypes: readonly GrantType[];
  /** Undefined: both methods with the secret are accepted. */
  readonly tokenEndpointAuthMethod: TokenEndpointAuthMethod | "NONE" | undefined;
};
