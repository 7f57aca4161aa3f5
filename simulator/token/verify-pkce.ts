import { createHash } from "node:crypto";

/** The form of an S256 challenge: 32 bytes in base64url. */
export const S256_CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

/** Says whether a verifier belongs to the challenge; where there was no challenge there must be no verifier. */
export function verifyPkce(challenge: string | undefined, verifier: string | null): boolean {
  if (challenge === undefined || verifier === null) return challenge === undefined && verifier === null;
  return createHash("sha256").update(verifier).digest("base64url") === challenge;
}
