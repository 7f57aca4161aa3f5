import { isWithoutSecrets, WITHOUT_SECRETS } from "../preview-flag";
import { isRecord } from "../transport";
import { type DeclaredSecret, judge, type SecretRule, wrong } from "./declared-secret";
import { gotNoText } from "../text/kind-of";
import { didYouMean } from "../text/nearest";
import { hintAtHome } from "../text/hint-at-home";
import type { Props } from "./lifecycle";
import { readSecretFile } from "./read-secret-file";
import { isUnknown } from "./unknown";

/**
 * Finds the secret that an input names: `<input>` is the secret itself, `<input>From` the place where the provider reads it, which
 * neither the program nor the engine then sees. A reason never repeats the secret.
 */
export function declaredSecret(
  news: Props,
  input: string,
  rule: SecretRule,
  env: NodeJS.ProcessEnv = process.env,
): DeclaredSecret {
  const from = `${input}From`;
  const { [input]: value, [from]: place } = news;
  if (value !== undefined && place !== undefined) {
    return wrong(`${input} and ${from} are both given: keep one of them.`);
  }
  if (isUnknown(value) || isUnknown(place)) {
    return { kind: "unknown" };
  }
  if (value === undefined) {
    return place === undefined ? { kind: "absent" } : fromElsewhere(from, place, rule, env);
  }
  return typeof value === "string"
    ? judge(input, value, "input", rule)
    : wrong(`${input} has to be a text${gotNoText(value)}`);
}

function fromElsewhere(
  from: string,
  place: unknown,
  rule: SecretRule,
  env: NodeJS.ProcessEnv,
): DeclaredSecret {
  const entries = isRecord(place) ? Object.entries(place) : [];
  const [entry, ...more] = entries;
  if (entry === undefined || more.length > 0) {
    return wrong(`${from} has to name one place: { env: "ALICE_PASSWORD" } or { file: "alice.txt" }.`);
  }
  const [kind, name] = entry;
  if (kind === "env") {
    return fromEnv(from, name, rule, env);
  }
  return kind === "file"
    ? fromFile(from, name, rule)
    : wrong(`${from} has no such place${didYouMean(kind, ["env", "file"])} It takes env or file.`);
}

function fromEnv(from: string, name: unknown, rule: SecretRule, env: NodeJS.ProcessEnv): DeclaredSecret {
  if (typeof name !== "string" || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    // The text is not repeated: somebody may have put the secret there.
    return wrong(
      `${from}.env has to be the name of an environment variable (letters, digits and _), not the secret itself.`,
    );
  }
  // Any object answers to names such as toString, which are no variables.
  const value = Object.hasOwn(env, name) ? env[name] : undefined;
  // A CI job without the right to a secret sets its variable to nothing.
  if ((value === undefined || value === "") && isWithoutSecrets(env)) {
    return { kind: "withheld", where: `${from}.env: the environment variable ${name}` };
  }
  if (value === undefined) {
    return wrong(
      `${from}.env: the environment variable ${name} is not set where pulumi runs. Set it and run again (a preview that has no secrets: ${WITHOUT_SECRETS}=1).`,
    );
  }
  return judge(`${from}.env: the environment variable ${name}`, value, "env", rule);
}

/** A relative path starts at the program's folder. */
function fromFile(from: string, path: unknown, rule: SecretRule): DeclaredSecret {
  if (typeof path !== "string" || path === "" || path.includes("\0")) {
    return wrong(`${from}.file has to be the path of a file that holds the secret and nothing else.`);
  }
  // A text that does not look like a path is not repeated: somebody may have put the secret there.
  const where = `${from}.file: ${/[./\\]/.test(path) ? `"${path}"` : "the file named"}`;
  const found = readSecretFile(path);
  if ("problem" in found) {
    return wrong(`${where} ${found.problem}${hintAtHome(path)}`);
  }
  const { text, unreadable } = found;
  return judge(where, text, "file", rule, unreadable === undefined ? undefined : `${where} ${unreadable}`);
}
