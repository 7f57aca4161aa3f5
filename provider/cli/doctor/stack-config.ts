import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { limitNames, type ReadKey, settingNames } from "../../config";
import { SERVICE_ENDPOINTS_KEY } from "../../config/service-endpoints";
import { isRecord } from "../../transport";
import { parseJson } from "../../transport/error-body";
import { findPulumi, runPulumi } from "./pulumi-cli";
import type { World } from "./world";

/** What the selected stack's configuration has of ours. */
export type StackConfig = {
  readonly read: ReadKey;
  /** Names of the settings that are there, those included whose value cannot be decrypted. */
  readonly names: readonly string[];
  /** Why it, or a secret in it, could not be read. */
  readonly problem?: string;
};

const NOTHING: StackConfig = { read: () => undefined, names: [] };

/**
 * Reads the stack's configuration with `pulumi config`. Undefined outside of a Pulumi project. Secrets are decrypted only when they are
 * needed, and stay in memory.
 */
export async function readStackConfig(
  world: World,
  stack: string | undefined,
  isNeeded: boolean,
): Promise<StackConfig | undefined> {
  if (!isInProject(world.cwd)) {
    return undefined;
  }
  const pulumi = findPulumi(world.env);
  if (pulumi === undefined) {
    return { ...NOTHING, problem: "there is no pulumi on PATH to read it with" };
  }
  const args = ["config", "--json", "--non-interactive", ...(stack === undefined ? [] : ["--stack", stack])];
  const plain = await runPulumi(pulumi, args, world);
  if ("problem" in plain) {
    return { ...NOTHING, problem: plain.problem };
  }
  const found = parseConfig(plain.output);
  if (!isNeeded || !found.hasSecrets) {
    return found;
  }
  const decrypted = await runPulumi(pulumi, [...args, "--show-secrets"], world);
  return "problem" in decrypted ? { ...found, problem: decrypted.problem } : parseConfig(decrypted.output);
}

/** The file that makes a folder, and all below it, a Pulumi project. */
function isInProject(folder: string): boolean {
  const files = ["Pulumi.yaml", "Pulumi.yml", "Pulumi.json"].map((name) => join(folder, name));
  const parent = dirname(folder);
  return files.some((file) => existsSync(file)) || (parent !== folder && isInProject(parent));
}

function parseConfig(text: string): StackConfig & { readonly hasSecrets: boolean } {
  const all = parseJson(text);
  const entries = isRecord(all)
    ? Object.entries(all).filter(([key]) => KEYS.includes(key) && isRecord(all[key]))
    : [];
  const values = new Map(entries.map(([key, entry]) => [key, isRecord(entry) ? entry["value"] : undefined]));
  return {
    read: (key) => {
      const value = values.get(key);
      return typeof value === "string" ? value : undefined;
    },
    names: entries.map(([key]) => key),
    hasSecrets: entries.some(([, entry]) => isRecord(entry) && entry["secret"] === true),
  };
}

const KEYS: readonly string[] = [
  ...[...settingNames, ...limitNames].map((name) => `pingone:${name}`),
  SERVICE_ENDPOINTS_KEY,
];
