import { readFileSync, statSync } from "node:fs";
import { isWithoutSecrets, WITHOUT_SECRETS } from "../preview-flag";
import { isRecord } from "../transport";
import type { Props } from "./lifecycle";
import { isUnknown } from "./unknown";

/** What the inputs say about a secret. */
export type DeclaredSecret =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "absent" }
  /** Not there, in a preview that is told to do without. */
  | { readonly kind: "withheld"; readonly where: string }
  | { readonly kind: "wrong"; readonly reason: string };

/** Looks at a secret that was found. `where` names its place for a reason, which never repeats the secret. */
export type SecretRule = (where: string, value: string) => DeclaredSecret;

/** Beyond this many bytes no secret reaches: it is another file. */
const LARGEST_FILE = 16_384;

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
  return typeof value === "string" ? rule(input, value) : wrong(`${input} has to be a string.`);
}

/** A declaration that cannot be used. */
export function wrong(reason: string): DeclaredSecret {
  return { kind: "wrong", reason };
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
  return kind === "file" ? fromFile(from, name, rule) : wrong(`${from} takes env or file.`);
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
  return rule(`${from}.env: the environment variable ${name}`, value);
}

/** A byte order mark and one line break at the end are the editor's, not the secret's. A relative path starts at the program's folder. */
function fromFile(from: string, path: unknown, rule: SecretRule): DeclaredSecret {
  const only = "Name a file that holds the secret and nothing else.";
  if (typeof path !== "string" || path === "" || path.includes("\0")) {
    return wrong(`${from}.file has to be the path of a file that holds the secret and nothing else.`);
  }
  // A text that does not look like a path is not repeated: somebody may have put the secret there.
  const where = `${from}.file: ${/[./\\]/.test(path) ? `"${path}"` : "the file named"}`;
  let text: string;
  try {
    // A device or a huge file is somebody's mistake, and reading it might never end.
    const stats = statSync(path);
    if (!stats.isFile()) {
      return wrong(`${where} is no plain file. ${only}`);
    }
    if (stats.size > LARGEST_FILE) {
      return wrong(`${where} is ${stats.size} bytes long, too long for a secret. ${only}`);
    }
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unreadable";
    return wrong(
      `${where} cannot be read (${code}). Check the path, which starts at the program's folder, and the file's rights.`,
    );
  }
  return rule(where, text.replace(/^\uFEFF/, "").replace(/\r?\n$/, ""));
}
