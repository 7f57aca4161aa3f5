import type { CryptoKey, JWTPayload } from "jose";

const KEY_ID = "simulator";

let privateKey: Promise<CryptoKey> | undefined;

/** Signs a JWT, RS256. Library and key are had at the first call, so that the start need not wait; the key lives as long as the process. */
export async function signJwt(claims: JWTPayload): Promise<string> {
  const { SignJWT, generateKeyPair } = await import("jose");
  privateKey ??= generateKeyPair("RS256").then((pair) => pair.privateKey);
  return new SignJWT(claims).setProtectedHeader({ alg: "RS256", kid: KEY_ID }).sign(await privateKey);
}
