import { existsSync } from "node:fs";
import { isAbsolute, resolve } from "node:path";
import { startsAtHome } from "../text/hint-at-home";
import { fromHere } from "./from-here";
import type { TestUser } from "./test-user";

/** What a `passwordRef` says about a password. */
export type PasswordSource = Pick<TestUser, "valueFrom" | "generate">;

/** What is wrong with a `passwordRef`. Its text is not repeated: somebody may have put the password there. */
export const NO_PASSWORD_REF =
  "passwordRef has to say where the password is: env:BOB_PASSWORD (or BOB_PASSWORD alone, in capitals), file:bob.txt, or generate. It is never the password itself.";

/** What is wrong with `file:~/bob.txt`. */
export const HOME_REF = "passwordRef names a file below ~, which only a shell expands: write the path out.";

/** True for a file below `~`, unless there is a folder of that name. */
export function isHomeRef(text: string, folder: string): boolean {
  const path = /^file:(.+)$/.exec(text)?.[1] ?? "";
  return startsAtHome(path) && !existsSync(resolve(folder, path));
}

/**
 * Reads `env:NAME` (or NAME alone, in capitals), `file:PATH` or `generate`; undefined for any other text.
 * @param folder where a relative path starts; what comes back starts at the current directory, as the provider reads it
 */
export function readPasswordRef(text: string, folder: string): PasswordSource | undefined {
  if (text === "generate") {
    return { generate: {} };
  }
  const env = /^(?:env:([A-Za-z_][A-Za-z0-9_]*)|([A-Z_][A-Z0-9_]*))$/.exec(text);
  if (env !== null) {
    return { valueFrom: { env: env[1] ?? env[2] ?? "" } };
  }
  const file = /^file:([^\0]+)$/.exec(text)?.[1];
  return file === undefined
    ? undefined
    : { valueFrom: { file: isAbsolute(file) ? file : fromHere(resolve(folder, file)) } };
}
