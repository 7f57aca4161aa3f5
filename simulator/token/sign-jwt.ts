import { SignJWT, generateKeyPair } from "jose";
import type { CryptoKey, JWTPayload } from "jose";

const KEY_ID = "simulator";

let privateKey: Promise<CryptoKey> | undefined;

/** Signs a JWT, RS256. The key is made at the first call and lives as long as the process. */
export async function signJwt(claims: JWTPayload): Promise<string> {
  privateKey ??= generateKeyPair("RS256").then((pair) => pair.privateKey);
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: KEY_ID }).sign(await privateKey);
}
