import { PingOneConfigError } from "../errors";
import { isUuid } from "../ids";
import type { Connection, Credentials } from "./connection";
import { readHosts } from "./hosts";
import { settings, type Setting } from "./settings";
import { chooseSource, type ReadKey, type Source } from "./source";

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
        `pingone:regionCode with \`pulumi config set\`.`,
    );
  }
  return { source: source.name, ...readHosts(source, env), credentials: readCredentials(source) };
}

function readCredentials(source: Source): Credentials {
  const accessToken = source.read("apiAccessToken");
  if (accessToken === undefined) {
    const credentials = {
      kind: "client",
      environmentId: requireSetting("environmentId", source),
      clientId: requireSetting("clientId", source),
      clientSecret: requireSetting("clientSecret", source),
    } as const;
    if (!isUuid(credentials.environmentId)) {
      throw new PingOneConfigError(
        `${source.nameOf("environmentId")} in ${source.name} is not a UUID. It is the id of the environment that holds the worker ` +
          `application (PingOne console: Settings > Environment properties): ${source.howToSet("environmentId")}.`,
      );
    }
    return credentials;
  }
  if (source.read("clientSecret") !== undefined) {
    throw new PingOneConfigError(
      `${source.nameOf("apiAccessToken")} and ${source.nameOf("clientSecret")} are both set in ${source.name}: it is not clear whose rights to use. Remove one of them.`,
    );
  }
  return { kind: "token", accessToken };
}

function requireSetting(setting: Setting, source: Source): string {
  const value = source.read(setting);
  if (value === undefined) {
    throw new PingOneConfigError(
      `${source.nameOf(setting)} is missing. The connection to PingOne is taken whole from ${source.name}, because other settings ` +
        `of it are there: ${source.howToSet(setting)}, or remove those.`,
    );
  }
  return value;
}
