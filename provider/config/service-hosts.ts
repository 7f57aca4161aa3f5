import { PingOneConfigError } from "../errors";
import { environment, type Source } from "./source";

/** The settings that are addresses. */
export type UrlSetting = "apiUrl" | "authUrl";

/** The variables in which other PingOne tools are told a host, without its scheme, by the setting that they stand for. */
const VARIABLES: Readonly<Record<UrlSetting, string>> = {
  apiUrl: "PINGONE_API_SERVICE_HOSTNAME",
  authUrl: "PINGONE_AUTH_SERVICE_HOSTNAME",
};

const SETTINGS = Object.keys(VARIABLES) as UrlSetting[];

/** Names of the variables that are set. */
export function setServiceHosts(env: NodeJS.ProcessEnv): readonly string[] {
  return given(env).map((setting) => VARIABLES[setting]);
}

/**
 * The URL of a host that the environment names without a scheme. It counts for a connection of the environment only.
 * @param url what the environment's own variable for the URL says; both have to agree
 * @throws {PingOneConfigError} where it is no host, or another one than the URL's
 */
export function readServiceHost(
  setting: UrlSetting,
  source: Source,
  url: string | undefined,
  env: NodeJS.ProcessEnv,
): string | undefined {
  const variables = environment(env, VARIABLES);
  const host = source.serviceHosts === "taken" ? variables.read(setting) : undefined;
  if (host === undefined) {
    return undefined;
  }
  const variable = variables.nameOf(setting);
  if (!/^[^/\\@?#\s]+$/.test(host) || !URL.canParse(`https://${host}`)) {
    throw new PingOneConfigError(
      `${variable} in the environment is not a host name. Use a name such as ${setting === "apiUrl" ? "api" : "auth"}.pingone.eu, without https:// and without a path: ${variables.howToSet(setting)}`,
    );
  }
  const { origin } = new URL(`https://${host}`);
  if (url !== undefined && new URL(url).origin !== origin) {
    throw new PingOneConfigError(
      `${source.nameOf(setting)} (${new URL(url).origin}) and ${variable} (${origin}) in the environment name two different addresses. Unset one of them.`,
    );
  }
  return origin;
}

/**
 * Makes sure that hosts which the environment names are not passed over by a connection from elsewhere that names none: the client secret
 * would go to PingOne's public host instead.
 * @throws {PingOneConfigError} naming the variables and both ways out
 */
export function refuseIgnoredServiceHosts(source: Source, env: NodeJS.ProcessEnv): void {
  const ignored = given(env).filter((setting) => source.read(setting) === undefined);
  if (source.serviceHosts !== "refused" || ignored.length === 0) {
    return;
  }
  const names = (nameOf: (setting: UrlSetting) => string, by = " and ") => ignored.map(nameOf).join(by);
  const variables = names((setting) => VARIABLES[setting]);
  const howToSet = ignored.map(
    (setting) => `pulumi config set ${source.nameOf(setting)} "https://$${VARIABLES[setting]}"`,
  );
  throw new PingOneConfigError(
    `${variables} ${ignored.length === 1 ? "is" : "are"} set in the environment, but the connection is taken whole from ${source.name}, which has no ` +
      `${names((setting) => source.nameOf(setting), " or ")}: the client secret would go to the region's public host. To use the ${ignored.length === 1 ? "host" : "hosts"} of the environment: ` +
      `${howToSet.join("; ")}. To use the region's: unset ${names((setting) => VARIABLES[setting], " ")}.`,
  );
}

function given(env: NodeJS.ProcessEnv): readonly UrlSetting[] {
  const variables = environment(env, VARIABLES);
  return SETTINGS.filter((setting) => variables.read(setting) !== undefined);
}
