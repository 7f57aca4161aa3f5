import type { Props } from "./lifecycle";
import { type DeclaredSecret, declaredSecret, type SecretRule, wrong } from "./secret-source";
import { isUnknown } from "./unknown";

/** PingOne's policies allow at most 255 characters. */
const LONGEST_PASSWORD = 255;

/** Beyond this no encoding of a password reaches: it is another file, or another variable. */
const LONGEST_ENCODED = 4096;

const ENCODED = /^\{(BCRYPT|PBKDF2|ARGON2|MSKCC_PBKDF2|SCRYPT|SCRYPT_RFC7914|SSHA|SSHA256|SSHA384|SSHA512)\}/;

/** True for a value encoded with one of PingOne's prefixes: it is stored as it is and no policy applies. */
export function isEncoded(value: string): boolean {
  return ENCODED.test(value);
}

/** Finds the password that the inputs of a UserPassword name. */
export function declaredValue(news: Props, env?: NodeJS.ProcessEnv): DeclaredSecret {
  const { bypassPolicy } = news;
  const rule: SecretRule = (where, value) => {
    if (value === "") {
      return wrong(`${where} is empty. Give a password; to take one away, use deletionPolicy "unset".`);
    }
    const mayBeLong = isEncoded(value) || bypassPolicy === true || isUnknown(bypassPolicy);
    return noLongerThan(mayBeLong ? LONGEST_ENCODED : LONGEST_PASSWORD, where, value);
  };
  return declaredSecret(news, "value", rule, env);
}

/** A password in clear text, which is all that a person's own operations take. */
export const plainPassword: SecretRule = (where, value) =>
  value === "" ? wrong(`${where} is empty. Give a password.`) : noLongerThan(LONGEST_PASSWORD, where, value);

function noLongerThan(longest: number, where: string, value: string): DeclaredSecret {
  return Array.from(value).length > longest
    ? wrong(`${where} has more than ${longest} characters, more than PingOne takes. Give a shorter password.`)
    : { kind: "value", value };
}
