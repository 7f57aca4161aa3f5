import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { expectNoSecrets } from "../transport/expect-no-secrets";

/** What a call carries and no error may show. */
export const planted = {
  password: 'Pl@nted+Pass wörd"42\\!',
  newPassword: "Pl@nted/New-Word=43~(x)",
  recoveryCode: "PlNt3d8x",
  token: "planted.access.token-4242",
  clientSecret: "planted/client secret+42!'",
  session: "planted-session-4242",
} as const;

export const CLIENT_ID = "planted-client";

/** Spellings in which the other side may repeat some secrets. */
export function spellingsOf(secrets: readonly string[]): readonly string[] {
  return secrets.flatMap((secret) => [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
    new URLSearchParams({ secret }).toString().slice("secret=".length),
  ]);
}

/** The client secret as it is sent: with the id, and by itself. */
export const clientSecrets: readonly string[] = [
  planted.clientSecret,
  Buffer.from(`${CLIENT_ID}:${encodeURIComponent(planted.clientSecret)}`).toString("base64"),
];

/** All that the other side may repeat, whether it has been sent it or not. */
export const spellings = spellingsOf([...Object.values(planted), ...clientSecrets]);

/** Texts that are a secret again once a reader leaves out what cannot be printed. */
export const disguised: readonly string[] = Object.values(planted).flatMap((secret) => [
  `${secret.slice(0, 4)}\u0000${secret.slice(4)}`,
  Array.from(secret).join("\u001b"),
]);

/**
 * Fails unless it is an error of ours that can be shown, kept and logged.
 * @param secrets what the call has sent
 */
export function expectSafe(error: unknown, secrets: readonly string[]): asserts error is PingOneError {
  if (!(error instanceof PingOneError)) {
    throw error;
  }
  expectNoSecrets(error, spellingsOf(secrets));
  expect(error.message).not.to.match(CONTROL);
  expect(error.message.length).to.be.lessThan(3_000);
}

const CONTROL = /[\p{Cc}\u2028\u2029]/u;

const prototypes = [Object.prototype, Array.prototype, String.prototype, Function.prototype];
const before = prototypes.map((one) => Reflect.ownKeys(one).length);

/** Fails when something was added to what all objects share. */
export function expectPrototypesUntouched(): void {
  expect(prototypes.map((one) => Reflect.ownKeys(one).length)).to.deep.equal(before);
}
