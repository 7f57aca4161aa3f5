import { readFileSync, statSync } from "node:fs";
import { isRecord } from "../transport";
import type { Props } from "./lifecycle";
import { isUnknown } from "./unknown";

/** What the inputs say about the password itself. */
export type DeclaredValue =
  | { readonly kind: "value"; readonly value: string }
  | { readonly kind: "unknown" }
  | { readonly kind: "absent" }
  | { readonly kind: "wrong"; readonly reason: string };

/** PingOne's policies allow at most 255 characters. */
const LONGEST_PASSWORD = 255;

/** Beyond this no encoding of a password reaches: it is another file, or another variable. */
const LONGEST_ENCODED = 4096;

const ENCODED = /^\{(BCRYPT|PBKDF2|ARGON2|MSKCC_PBKDF2|SCRYPT|SCRYPT_RFC7914|SSHA|SSHA256|SSHA384|SSHA512)\}/;

/** True for a value encoded with one of PingOne's prefixes: it is stored as it is and no policy applies. */
export function isEncoded(value: string): boolean {
  return ENCODED.test(value);
}

/** Finds the password that the inputs name. A reason never repeats the value. */
export function declaredValue(news: Props, env: NodeJS.ProcessEnv = process.env): DeclaredValue {
  const { value, valueFrom, bypassPolicy } = news;
  if (value !== undefined && valueFrom !== undefined) {
    return wrong("value and valueFrom are both given: keep one of them.");
  }
  if (isUnknown(value) || isUnknown(valueFrom)) {
    return { kind: "unknown" };
  }
  if (value === undefined) {
    return valueFrom === undefined ? { kind: "absent" } : fromElsewhere(valueFrom, env, bypassPolicy);
  }
  return typeof value === "string"
    ? checked("value", value, bypassPolicy)
    : wrong("value has to be a string.");
}

function fromElsewhere(valueFrom: unknown, env: NodeJS.ProcessEnv, bypassPolicy: unknown): DeclaredValue {
  const entries = isRecord(valueFrom) ? Object.entries(valueFrom) : [];
  const [entry, ...more] = entries;
  if (entry === undefined || more.length > 0) {
    return wrong('valueFrom has to name one place: { env: "ALICE_PASSWORD" } or { file: "alice.txt" }.');
  }
  const [kind, name] = entry;
  if (kind === "env") {
    return fromEnv(name, env, bypassPolicy);
  }
  return kind === "file" ? fromFile(name, bypassPolicy) : wrong("valueFrom takes env or file.");
}

function fromEnv(name: unknown, env: NodeJS.ProcessEnv, bypassPolicy: unknown): DeclaredValue {
  if (typeof name !== "string" || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name)) {
    // The text is not repeated: somebody may have put the password there.
    return wrong(
      "valueFrom.env has to be the name of an environment variable (letters, digits and _), not the password itself.",
    );
  }
  const value = env[name];
  if (value === undefined) {
    return wrong(
      `valueFrom.env: the environment variable ${name} is not set where pulumi runs. Set it and run again.`,
    );
  }
  return checked(`valueFrom.env: the environment variable ${name}`, value, bypassPolicy);
}

/** A byte order mark and one line break at the end are the editor's, not the password's. A relative path starts at the program's folder. */
function fromFile(path: unknown, bypassPolicy: unknown): DeclaredValue {
  if (typeof path !== "string" || path === "" || path.includes("\0")) {
    return wrong("valueFrom.file has to be the path of a file that holds the password and nothing else.");
  }
  // A text that does not look like a path is not repeated: somebody may have put the password there.
  const shown = /[./\\]/.test(path) ? `"${path}"` : "the file named";
  let text: string;
  try {
    // A device or a huge file is somebody's mistake, and reading it might never end.
    const stats = statSync(path);
    if (!stats.isFile()) {
      return wrong(
        `valueFrom.file: ${shown} is no plain file. Name a file that holds the password and nothing else.`,
      );
    }
    if (stats.size > LONGEST_ENCODED * 4) {
      return wrong(
        `valueFrom.file: ${shown} is ${stats.size} bytes long, too long for a password. Name a file that holds the password and nothing else.`,
      );
    }
    text = readFileSync(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unreadable";
    return wrong(
      `valueFrom.file: ${shown} cannot be read (${code}). Check the path, which starts at the program's folder, and the file's rights.`,
    );
  }
  return checked(`valueFrom.file: ${shown}`, text.replace(/^\uFEFF/, "").replace(/\r?\n$/, ""), bypassPolicy);
}

function checked(where: string, value: string, bypassPolicy: unknown): DeclaredValue {
  if (value === "") {
    return wrong(`${where} is empty. Give a password; to take one away, use deletionPolicy "unset".`);
  }
  const longest =
    isEncoded(value) || bypassPolicy === true || isUnknown(bypassPolicy) ? LONGEST_ENCODED : LONGEST_PASSWORD;
  if (Array.from(value).length > longest) {
    return wrong(
      `${where} has more than ${longest} characters, more than PingOne takes. Give a shorter password.`,
    );
  }
  return { kind: "value", value };
}

function wrong(reason: string): DeclaredValue {
  return { kind: "wrong", reason };
}
