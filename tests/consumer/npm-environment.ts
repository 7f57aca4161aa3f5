import { tmpdir } from "node:os";
import { cleanEnvironment, runCommand } from "../helpers/run-command";

/** How the machine reaches its registry: of what npm hands down to its scripts, all that a project elsewhere has to know. */
const KEPT =
  /^npm_config_(registry|cafile|cache|userconfig|globalconfig|proxy|https_proxy|noproxy|strict_ssl)$/i;

/** The environment of somebody at a terminal: without what `npm test` sets for its own project, and without a CI's habits. */
export function npmEnvironment(): Record<string, string> {
  const entries = Object.entries(cleanEnvironment()).filter(
    ([name]) => KEPT.test(name) || !/^(npm_|INIT_CWD$|CI$)/i.test(name),
  );
  return Object.fromEntries(entries);
}

/** What Yarn 2 and later have to be told, as they do not read npm's settings. */
export async function yarnEnvironment(): Promise<Record<string, string>> {
  const read = async (key: string) => {
    const { output } = await runCommand("npm", ["config", "get", key], tmpdir(), npmEnvironment());
    return output.trim().split("\n").at(-1) ?? "";
  };
  const [registry, cafile] = [await read("registry"), await read("cafile")];
  return {
    YARN_NPM_REGISTRY_SERVER: registry.replace(/\/$/, ""),
    ...(/^(null|undefined|)$/.test(cafile) ? {} : { YARN_HTTPS_CA_FILE_PATH: cafile }),
  };
}
