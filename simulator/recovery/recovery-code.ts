import { randomInt } from "node:crypto";
import { InvalidDataError, invalidValue } from "../errors";
import { hashValue, matchesStored } from "../password/stored-value";
import type { StoredValue } from "../password/stored-value";

/** A code that was sent; mutable, wrong tries are counted. */
export type RecoveryCode = { readonly stored: StoredValue; readonly expiresAt: number; failures: number };

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
const LENGTH = 8;
const LIFETIME = 5 * 60 * 1000;

/** How many wrong tries one code bears. */
const MAX_FAILURES = 5;

/** Makes a code that nobody can guess: the text to send, and what is kept of it. */
export function createRecoveryCode(now: number): { readonly text: string; readonly code: RecoveryCode } {
  const text = Array.from({ length: LENGTH }, () => ALPHABET.charAt(randomInt(ALPHABET.length))).join("");
  return { text, code: { stored: hashValue(text), expiresAt: now + LIFETIME, failures: 0 } };
}

/**
 * Compares, in whatever case. After five wrong tries not even the right code is taken: until the next one is sent.
 * @param code the one sent last; undefined when there is none
 * @throws InvalidDataError for the target `recoveryCode`
 */
export function requireRecoveryCode(code: RecoveryCode | undefined, given: string, now: number): void {
  if (code !== undefined && code.failures >= MAX_FAILURES) {
    throw refusal("Maximum password recovery failures exceeded");
  }
  if (code !== undefined && code.expiresAt > now) {
    if (matchesStored(code.stored, given.toUpperCase())) return;
    code.failures += 1;
  }
  throw refusal("The provided password recovery code was invalid or expired");
}

function refusal(message: string): InvalidDataError {
  return new InvalidDataError(invalidValue("recoveryCode", message));
}
