import { createHash, randomUUID, timingSafeEqual } from "node:crypto";
import { NotSimulatedError } from "../errors";

/** A password as it is kept: `{SCHEME}` and the encoded value, never clear text. */
export type StoredValue = string & { readonly stored: unique symbol };

const SALTED_HASHES: ReadonlyMap<string, { algorithm: string; length: number }> = new Map([
  ["SSHA", { algorithm: "sha1", length: 20 }],
  ["SSHA256", { algorithm: "sha256", length: 32 }],
  ["SSHA384", { algorithm: "sha384", length: 48 }],
  ["SSHA512", { algorithm: "sha512", length: 64 }],
]);
const OTHER_SCHEMES = new Set(["BCRYPT", "PBKDF2", "ARGON2", "MSKCC_PBKDF2", "SCRYPT", "SCRYPT_RFC7914"]);
const PREFIX = /^\{([A-Z0-9_]+)\}(.*)$/s;

/** Says whether a value came encoded already; such values are stored as they are. */
export function isPreEncoded(value: string): boolean {
  const scheme = PREFIX.exec(value)?.[1];
  return scheme !== undefined && (SALTED_HASHES.has(scheme) || OTHER_SCHEMES.has(scheme));
}

/** Says whether a pre-encoded value is readable; schemes that cannot be verified here are taken on trust. */
export function isWellFormed(value: string): boolean {
  const [, scheme = "", encoded = ""] = PREFIX.exec(value) ?? [];
  const hash = SALTED_HASHES.get(scheme);
  if (hash === undefined) return encoded !== "";
  return /^[A-Za-z0-9+/]+={0,2}$/.test(encoded) && Buffer.from(encoded, "base64").length > hash.length;
}

/** Keeps a pre-encoded value as it is and hashes clear text. */
export function storeValue(value: string): StoredValue {
  return isPreEncoded(value) ? (value as StoredValue) : hashValue(value);
}

/** Hashes with a salt, whatever the value looks like; a fast hash, because tests set thousands of passwords. */
export function hashValue(value: string): StoredValue {
  // Node keeps a stock of these, where random bytes are asked for one by one.
  const salt = Buffer.from(randomUUID());
  return `{SSHA256}${Buffer.concat([digest("sha256", value, salt), salt]).toString("base64")}` as StoredValue;
}

/** Says whether this simulator is able to compare clear text with the stored value. */
export function isVerifiable(stored: StoredValue): boolean {
  return SALTED_HASHES.has(PREFIX.exec(stored)?.[1] ?? "");
}

/** @throws NotSimulatedError for a scheme that cannot be verified here */
export function matchesStored(stored: StoredValue, value: string): boolean {
  const [, scheme = "", encoded = ""] = PREFIX.exec(stored) ?? [];
  const hash = SALTED_HASHES.get(scheme);
  if (hash === undefined) throw new NotSimulatedError(`verify passwords encoded as {${scheme}}`);
  const bytes = Buffer.from(encoded, "base64");
  const expected = bytes.subarray(0, hash.length);
  return timingSafeEqual(expected, digest(hash.algorithm, value, bytes.subarray(hash.length)));
}

function digest(algorithm: string, value: string, salt: Buffer): Buffer {
  return createHash(algorithm).update(value, "utf8").update(salt).digest();
}
