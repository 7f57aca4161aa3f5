import { delimiter, dirname, resolve } from "node:path";
import { pathFolders, pathVariable } from "./executable.mjs";

/**
 * What to add to an environment so that everything in it runs this engine and nothing is fetched behind its back.
 * @param {string} pulumi path of the CLI
 * @param {NodeJS.ProcessEnv} env
 * @returns {Record<string, string>}
 */
export function engineEnvironment(pulumi, env) {
  const folder = dirname(pulumi);
  const others = pathFolders(env).filter((other) => other !== folder);
  return {
    [pathVariable(env)]: [folder, ...others].join(delimiter),
    PULUMI_SKIP_UPDATE_CHECK: "true",
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
    ...(env["PULUMI_HOME"] && { PULUMI_HOME: resolve(env["PULUMI_HOME"]) }),
  };
}
