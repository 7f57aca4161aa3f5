import * as pulumi from "@pulumi/pulumi";
import { EXPLICIT_PROVIDER_KEY, limitNames, type RegionCode, settingNames } from "../config";
import { describeConstruction } from "../dynamic/describe-construction";
import { PingOneConfigError } from "../errors";
import { toRunError } from "../errors/end-run";
import { quoted } from "../quoted";
import { findMisspelt } from "../text/find-misspelt";
import { isRecord } from "../transport";
import { secretInput } from "./secret-input";

interface ProviderOptions {
  /** Where the tenant lives. One from the configuration: `config.require<pingone.RegionCode>("regionCode")`, which the provider checks. */
  regionCode?: pulumi.Input<RegionCode> | undefined;
  /** URL of the API instead of the region's, e.g. of a simulator. */
  apiUrl?: pulumi.Input<string> | undefined;
  /** URL of the auth host instead of the region's. */
  authUrl?: pulumi.Input<string> | undefined;
  /** Requests in flight at once; `PINGONE_MAX_CONCURRENCY` in the environment comes first. @default 16 */
  maxConcurrency?: pulumi.Input<number> | undefined;
  /** Requests per second; `PINGONE_REQUESTS_PER_SECOND` in the environment comes first. @default no limit of our own */
  requestsPerSecond?: pulumi.Input<number> | undefined;
}

interface ProviderWithToken {
  clientId?: pulumi.Input<string> | undefined;
  clientSecret?: undefined;
  environmentId?: pulumi.Input<string> | undefined;
  /** An access token instead of the client id and secret; always treated as a secret. */
  apiAccessToken: pulumi.Input<string> | undefined;
}

interface ProviderWithClient {
  /** Client id of the worker application. */
  clientId: pulumi.Input<string> | undefined;
  /** Its client secret; always treated as a secret. */
  clientSecret: pulumi.Input<string> | undefined;
  /** UUID of the environment that holds the worker application; it may differ from the managed one. */
  environmentId: pulumi.Input<string> | undefined;
  apiAccessToken?: undefined;
}

/**
 * Connection of a {@link Provider}: the worker application and where its tenant lives, and how fast it is asked. `clientId`,
 * `clientSecret` and `environmentId` are given, or `apiAccessToken` instead.
 */
export type ProviderArgs = (ProviderWithToken | ProviderWithClient) & ProviderOptions;

/**
 * A connection to one PingOne tenant, for resources that name it with the option `provider`. It is taken whole: nothing of
 * it is filled in from the environment or the stack's configuration. Each provider has a process, and so a pace, of its own.
 *
 * @example
 * const staging = new pingone.Provider("staging", { clientId, clientSecret, environmentId, regionCode: "EU" });
 * const valueFrom = { env: "STAGING_ALICE_PASSWORD" };
 * new pingone.UserPassword("alice", { environmentId, userId, valueFrom }, { provider: staging });
 */
export class Provider extends pulumi.ProviderResource {
  constructor(name: string, args: ProviderArgs, opts?: pulumi.ResourceOptions) {
    try {
      super("pulumi-nodejs", name, describe(args), opts);
    } catch (error) {
      throw toRunError(error, describeConstruction("Provider", name));
    }
  }
}

/** Without its address a connection would take the client secret to another host. */
function refuseMisspelt(args: object): void {
  const known = [...settingNames, ...limitNames];
  const misspelt = findMisspelt(args, known);
  if (misspelt !== undefined) {
    throw new PingOneConfigError(
      `there is no input ${quoted(misspelt.name)}: did you mean ${misspelt.meant}? Its inputs are ${known.join(", ")}.`,
    );
  }
}

/** A program in JavaScript says null for nothing. */
function isGiven<T>(value: T): value is NonNullable<T> {
  return value !== undefined && value !== null;
}

function describe(args: ProviderArgs): pulumi.Inputs {
  // A program in JavaScript gives anything.
  if (!isRecord(args)) {
    throw new pulumi.RunError(
      "its arguments are missing: give the connection, { clientId, ... }, behind the name.",
    );
  }
  refuseMisspelt(args);
  const inputs: pulumi.Inputs = { [EXPLICIT_PROVIDER_KEY]: "true" };
  for (const setting of settingNames) {
    const value = args[setting];
    if (isGiven(value)) {
      inputs[`pingone:${setting}`] =
        setting === "clientSecret" || setting === "apiAccessToken" ? secretInput(value) : value;
    }
  }
  for (const setting of limitNames) {
    const value = args[setting];
    if (isGiven(value)) {
      // The engine carries settings of a provider as texts.
      inputs[`pingone:${setting}`] = pulumi.output(value).apply(String);
    }
  }
  return inputs;
}
