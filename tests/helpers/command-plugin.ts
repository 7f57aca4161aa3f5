import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";

/**
 * The folder of Pulumi's plugin `command` on this machine, on the PATH or among the installed plugins; undefined without one. It cannot be
 * had where nothing but package registries is reached.
 */
export function findCommandPlugin(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const plugins = join(env["PULUMI_HOME"] ?? join(homedir(), ".pulumi"), "plugins");
  const installed = existsSync(plugins)
    ? readdirSync(plugins).filter((name) => /^resource-command-v1\.[\d.]+$/.test(name))
    : [];
  const folders = [
    ...(env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== ""),
    ...installed.map((name) => join(plugins, name)),
  ];
  return folders.find((folder) => existsSync(join(folder, "pulumi-resource-command")));
}
