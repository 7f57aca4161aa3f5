import { randomUUID } from "node:crypto";
import { SignJWT, generateKeyPair } from "jose";
import type { CryptoKey } from "jose";

const KEY_ID = "simulator";

/** The organisation and account every simulated worker belongs to. */
const ORGANIZATION_ID = "0a0a0a0a-0000-4000-8000-00000000000a";

let privateKey: Promise<CryptoKey> | undefined;

export type TokenClaims = {
  readonly clientId: string;
  readonly environmentId: string;
  /** Scheme and host of the token endpoint. */
  readonly origin: string;
  readonly scope: string;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
};

/** Signs a worker's access token: a JWT, RS256. The key is made at the first call and lives as long as the process. */
export async function signToken({
  clientId,
  environmentId,
  origin,
  scope,
  expiresAt,
}: TokenClaims): Promise<string> {
  privateKey ??= generateKeyPair("RS256").then((pair) => pair.privateKey);
  // `jti` makes two tokens of the same second differ, so that ending one does not end or revive the other.
  return new SignJWT({
    client_id: clientId,
    iss: `${origin}/${environmentId}/as`,
    aud: [origin],
    env: environmentId,
    org: ORGANIZATION_ID,
    acc: ORGANIZATION_ID,
    scope,
    exp: Math.floor(expiresAt / 1000),
    jti: randomUUID(),
  })
    .setProtectedHeader({ alg: "RS256", kid: KEY_ID })
    .sign(await privateKey);
}
