import type { Simulator } from "../../simulator";
import type { Stack } from "../helpers/stack";

/** Connects a stack by its configuration alone, which the engine copies into the state. */
export async function connectByConfig(stack: Stack, { env }: Simulator): Promise<void> {
  stack.setEnv(Object.fromEntries(Object.keys(env).map((name) => [name, undefined])));
  const plain = {
    apiUrl: env["PINGONE_API_URL"],
    authUrl: env["PINGONE_AUTH_URL"],
    clientId: env["PINGONE_CLIENT_ID"],
    environmentId: env["PINGONE_ENVIRONMENT_ID"],
  };
  const settings = Object.entries(plain).flatMap(([key, value]) => [
    "--plaintext",
    `pingone:${key}=${value}`,
  ]);
  const secret = ["--secret", `pingone:clientSecret=${env["PINGONE_CLIENT_SECRET"]}`];
  await stack.run("config", "set-all", ...settings, ...secret);
}
