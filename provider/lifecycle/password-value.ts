import { isEncoded } from "../text/encoding-prefix";
import type { Props } from "./lifecycle";
import { type DeclaredSecret, type SecretRule, wrong } from "./declared-secret";
import { declaredSecret } from "./secret-source";
import { isUnknown } from "./unknown";

export { isEncoded };

/** PingOne's policies allow at most 255 characters. */
const LONGEST_PASSWORD = 255;

/** Beyond this no encoding of a password reaches: it is another file, or another variable. */
const LONGEST_ENCODED = 4096;

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
