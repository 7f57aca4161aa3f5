import { type Connection, readConfig } from "../../provider/config";
import { PingOneConfigError } from "../../provider/errors";

export const ENVIRONMENT_ID = "3d2fc8d1-0c4f-4b7e-9a54-6f0d5d1c2b3a";

/** A whole connection as the environment spells it. */
export const env = {
  PINGONE_CLIENT_ID: "env-client",
  PINGONE_CLIENT_SECRET: "env-secret",
  PINGONE_ENVIRONMENT_ID: ENVIRONMENT_ID,
  PINGONE_REGION_CODE: "EU",
};

/** The same as Pulumi's configuration spells it. */
export const stack = {
  "pingone:clientId": "stack-client",
  "pingone:clientSecret": "stack-secret",
  "pingone:environmentId": ENVIRONMENT_ID,
  "pingone:regionCode": "CA",
};

/** Reads a connection from a configuration and an environment given as they are. */
export function read(
  config: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): Connection {
  return readConfig((key) => config[key], environment);
}

/** The message of the refusal; a connection that can be read after all fails the test. */
export function refusal(
  config: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>>,
): string {
  try {
    read(config, environment);
  } catch (error) {
    if (error instanceof PingOneConfigError) {
      return error.message;
    }
    throw error;
  }
  throw new Error("the connection can be read, where a refusal was expected");
}

/** A record without some of its keys. */
export function without(record: Readonly<Record<string, string>>, ...keys: readonly string[]) {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !keys.includes(key)));
}
