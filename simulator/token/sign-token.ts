import { randomUUID } from "node:crypto";
import { signJwt } from "./sign-jwt";

/** The organisation and account everything simulated belongs to. */
const ORGANIZATION_ID = "0a0a0a0a-0000-4000-8000-00000000000a";

export type TokenClaims = {
  readonly clientId: string;
  readonly environmentId: string;
  /** Scheme and host of the token endpoint. */
  readonly origin: string;
  readonly scope: string;
  /** The user it acts for; undefined for a worker's own token. */
  readonly userId?: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
};

/** Signs an access token. */
export function signToken(claims: TokenClaims): Promise<string> {
  const { clientId, environmentId, origin, scope, userId, expiresAt } = claims;
  return signJwt({
    client_id: clientId,
    iss: `${origin}/${environmentId}/as`,
    aud: [origin],
    env: environmentId,
    org: ORGANIZATION_ID,
    acc: ORGANIZATION_ID,
    scope,
    ...(userId === undefined ? {} : { sub: userId }),
    exp: Math.floor(expiresAt / 1000),
    // Makes two tokens of the same second differ, so that ending one does not end or revive the other.
    jti: randomUUID(),
  });
}

export type IdTokenClaims = {
  readonly clientId: string;
  readonly environmentId: string;
  readonly origin: string;
  readonly userId: string;
  /** What the application sent along to recognise its own request. */
  readonly nonce: string | undefined;
  readonly issuedAt: number;
  readonly expiresAt: number;
};

/** Signs what tells an application who has signed on. */
export function signIdToken(claims: IdTokenClaims): Promise<string> {
  const { clientId, environmentId, origin, userId, nonce, issuedAt, expiresAt } = claims;
  return signJwt({
    iss: `${origin}/${environmentId}/as`,
    sub: userId,
    aud: clientId,
    env: environmentId,
    ...(nonce === undefined ? {} : { nonce }),
    iat: Math.floor(issuedAt / 1000),
    exp: Math.floor(expiresAt / 1000),
  });
}
