import { writeFileSync } from "node:fs";

/**
 * Writes what another terminal needs to work on the demo's stack; only this account may read it.
 * @param {string} path
 * @param {Readonly<Record<string, string>>} env
 */
export function writeEnvironmentFile(path, env) {
  const lines = Object.entries(env).map(
    ([name, value]) => `export ${name}='${value.replaceAll("'", `'\\''`)}'`,
  );
  writeFileSync(path, `${lines.join("\n")}\n`, { mode: 0o600 });
}
