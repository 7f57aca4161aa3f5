import { PingOneConfigError } from "../errors";
import { describeNoUuid, isUuid } from "../ids";
import { quoted } from "../quoted";
import { findMisspelt } from "../text/find-misspelt";
import { describeUnfit } from "../text/secret-text";
import type { Connection, Credentials } from "./connection";
import { readHosts } from "./hosts";
import { type ConnectionSettings, settingNames, settings, type Setting } from "./settings";
import { chooseSource, givenSettings, type ReadKey, type Source } from "./source";

/**
 * The connection to PingOne, taken whole from one place: an explicit `pingone.Provider`, else the environment, else the
 * stack's configuration. Pure: no call is made.
 * @throws {PingOneConfigError} naming the setting, where it was looked for, and how to set it.
 */
export function readConfig(config: ReadKey, env: NodeJS.ProcessEnv): Connection {
  const source = chooseSource(config, env);
  if (source === undefined) {
    throw new PingOneConfigError(
      `The connection to PingOne is not configured. Set ${settings.clientId}, ${settings.clientSecret}, ${settings.environmentId} and ` +
        `${settings.regionCode} in the environment, or pingone:clientId, pingone:clientSecret (--secret), pingone:environmentId and ` +
        `pingone:regionCode with \`pulumi config set\`; for the local PingOne, paste the export lines that it prints.`,
    );
  }
  return connect(source, env);
}

/**
 * The connection that settings given as such describe, whole.
 * @throws {PingOneConfigError} naming the setting and how to set it.
 */
export function readConnection(given: ConnectionSettings, env: NodeJS.ProcessEnv): Connection {
  const misspelt = findMisspelt(given, settingNames);
  if (misspelt !== undefined) {
    throw new PingOneConfigError(
      `connection has no ${quoted(misspelt.name)}: did you mean ${misspelt.meant}? It takes ${settingNames.join(", ")}.`,
    );
  }
  return connect(givenSettings(given), env);
}

function connect(source: Source, env: NodeJS.ProcessEnv): Connection {
  return { source: source.name, ...readHosts(source, env), credentials: readCredentials(source) };
}

function readCredentials(source: Source): Credentials {
  const accessToken = source.read("apiAccessToken");
  if (accessToken === undefined) {
    const { environmentId, clientId, clientSecret } = requireClient(source);
    if (!isUuid(environmentId)) {
      throw new PingOneConfigError(
        `${source.nameOf("environmentId")} in ${source.name} ${describeNoUuid(environmentId)} It is the id of the environment that holds ` +
          `the worker application (PingOne console: Settings > Environment properties).`,
      );
    }
    return { kind: "client", environmentId, clientId, clientSecret };
  }
  if (source.read("clientSecret") !== undefined) {
    throw new PingOneConfigError(
      `${source.nameOf("apiAccessToken")} and ${source.nameOf("clientSecret")} are both set in ${source.name}: it is not clear whose rights to use. Remove one of them.`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(accessToken)) {
    throw new PingOneConfigError(
      `${source.nameOf("apiAccessToken")} in ${source.name} holds a line break or another character that no access token has. Set it again: ${source.howToSet("apiAccessToken")}`,
    );
  }
  return { kind: "token", accessToken };
}

/** White space around a setting is no part of it. */
function requireTypable(clientSecret: string, source: Source): void {
  const problem = describeUnfit(clientSecret, "setting");
  if (problem !== undefined) {
    throw new PingOneConfigError(
      `${source.nameOf("clientSecret")} in ${source.name} ${problem} Set it again: ${source.howToSet("clientSecret")}`,
    );
  }
}

function requireClient(source: Source) {
  const environmentId = source.read("environmentId");
  const clientId = source.read("clientId");
  const clientSecret = source.read("clientSecret");
  if (environmentId === undefined || clientId === undefined || clientSecret === undefined) {
    const missing = (["environmentId", "clientId", "clientSecret"] as const).filter(
      (setting) => source.read(setting) === undefined,
    );
    throw new PingOneConfigError(describeMissing(missing, source));
  }
  requireTypable(clientSecret, source);
  return { environmentId, clientId, clientSecret };
}

function describeMissing(missing: readonly Setting[], source: Source): string {
  const names = missing.map((setting) => source.nameOf(setting)).join(" and ");
  return (
    `${names} ${missing.length === 1 ? "is" : "are"} missing. The connection to PingOne is taken whole from ${source.name}, because ` +
    `other settings of it are there. Remove those, or set what is missing: ${missing.map((setting) => source.howToSet(setting)).join("; ")}`
  );
}
