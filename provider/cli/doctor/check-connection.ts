import { type Connection, readConfig, type ReadKey, settingNames, settings } from "../../config";
import { setHostVariables } from "../../config/host-variables";
import { chooseSource, type Source } from "../../config/source";
import { PingOneConfigError } from "../../errors";
import { isUuid } from "../../ids";
import { describeOdd } from "../../text/secret-text";
import { proxyHost } from "../../transport/agents";
import { failed, type Finding, ok, warning } from "./finding";
import { readStackConfig, type StackConfig } from "./stack-config";
import type { World } from "./world";

/** What the doctor found out about the connection before any request. */
export type FoundConnection = {
  readonly findings: readonly Finding[];
  readonly connection?: Connection;
  readonly source?: Source;
  /** Reads the stack's configuration, where there is one. */
  readonly config: ReadKey;
};

/** Where the connection comes from, by the provider's own rules: the environment as a whole, else the stack's configuration as a whole. */
export async function checkConnection(world: World, stack: string | undefined): Promise<FoundConnection> {
  const inEnvironment = settingNames.some((name) => (world.env[settings[name]] ?? "").trim() !== "");
  const stackConfig = await readStackConfig(world, stack, !inEnvironment);
  const config = stackConfig?.read ?? (() => undefined);
  const problem = inEnvironment ? undefined : unreadable(stackConfig);
  if (problem !== undefined) {
    return { findings: [problem], config };
  }
  try {
    const connection = readConfig(config, world.env);
    const source = chooseSource(config, world.env);
    const findings = [
      ok("connection", `from ${connection.source}: ${describe(connection)}${describeServiceHosts(source)}.`),
      ...describeOddSecret(connection, source),
      ...describeUnused(inEnvironment, stackConfig),
      ...describeUnusedHosts(inEnvironment, source, world.env),
      checkWay(connection, world.env),
    ];
    return { findings, connection, config, ...(source === undefined ? {} : { source }) };
  } catch (error) {
    if (error instanceof PingOneConfigError) {
      return { findings: [failed("connection", error.message)], config };
    }
    throw error;
  }
}

/** A stack's configuration that has a part of the connection but cannot be decrypted, or cannot be read at all, hides the rest. */
function unreadable(stackConfig: StackConfig | undefined): Finding | undefined {
  return stackConfig?.problem === undefined
    ? undefined
    : failed(
        "connection",
        `nothing of it is in the environment, and the stack's configuration cannot be read: ${stackConfig.problem}.`,
        `Do what pulumi asks for (a back end: \`pulumi login --local\`), name a stack with --stack, or set ${settings.clientId}, ${settings.clientSecret}, ${settings.environmentId} and ${settings.regionCode} in the environment.`,
      );
}

/** A client id that is none may be the secret, put in the wrong place. */
function describe({ credentials, apiUrl, authUrl }: Connection): string {
  const who =
    credentials.kind === "client"
      ? `client ${isUuid(credentials.clientId) ? credentials.clientId : "(its id is no UUID)"} of the environment ${credentials.environmentId}`
      : "an access token";
  return `${who}, at ${apiUrl === authUrl ? apiUrl : `${apiUrl} and ${authUrl}`}`;
}

function describeOddSecret({ credentials }: Connection, source: Source | undefined): Finding[] {
  return source === undefined || credentials.kind !== "client"
    ? []
    : describeOdd(credentials.clientSecret).map((text) =>
        warning("connection", `${source.nameOf("clientSecret")} in ${source.name} ${text}`),
      );
}

function describeUnused(inEnvironment: boolean, stackConfig: StackConfig | undefined): Finding[] {
  const unused = (stackConfig?.names ?? []).filter((key) =>
    settingNames.some((name) => key === `pingone:${name}`),
  );
  return inEnvironment && unused.length > 0
    ? [
        warning(
          "connection",
          `the stack's configuration has ${unused.join(", ")} as well, of which nothing is used: the environment comes first, as a whole.`,
          "Unset the PINGONE_* variables to use the stack's.",
        ),
      ]
    : [];
}

/** What names the hosts in the way of other tools, as far as it is what counts. */
function describeServiceHosts(source: Source | undefined): string {
  const found = (["apiUrl", "authUrl"] as const).flatMap((setting) => {
    const host = source?.serviceHost?.(setting);
    return host === undefined ? [] : [host.name];
  });
  return found.length === 0 ? "" : ` (${[...new Set(found)].join(", ")})`;
}

function describeUnusedHosts(
  inEnvironment: boolean,
  source: Source | undefined,
  env: NodeJS.ProcessEnv,
): Finding[] {
  const unused = inEnvironment ? [] : setHostVariables(env);
  return unused.length === 0
    ? []
    : [
        warning(
          "connection",
          `${unused.join(" and ")} in the environment ${unused.length === 1 ? "is" : "are"} not used: the connection comes from ${source?.name ?? "elsewhere"}, as a whole.`,
          `Unset ${unused.join(" and ")}, or put the whole connection into the environment.`,
        ),
      ];
}

function checkWay({ apiUrl, authUrl }: Connection, env: NodeJS.ProcessEnv): Finding {
  const proxies = [...new Set([apiUrl, authUrl].map((url) => proxyHost(url) ?? "none"))];
  if (proxies.join() !== "none") {
    return ok("proxy", `${proxies.join(" and ")} (HTTPS_PROXY, NO_PROXY).`);
  }
  const isSet = ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"].some(
    (name) => (env[name] ?? "") !== "",
  );
  return ok(
    "proxy",
    isSet
      ? "none for these hosts: HTTPS_PROXY is set, but they are on this machine, plain http, or in NO_PROXY."
      : "none (HTTPS_PROXY is not set).",
  );
}
