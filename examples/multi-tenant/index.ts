import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

/** Everything of one tenant: its connection, and what is done to its users by that connection alone. */
function manage(tenant: "staging" | "production") {
  const config = new pulumi.Config(tenant);
  const environmentId = config.require("environmentId");
  const url = config.get("url"); // of a simulator, in place of regionCode
  const prefix = tenant.toUpperCase();

  const provider = new pingone.Provider(tenant, {
    environmentId,
    clientId: config.require("clientId"),
    clientSecret: process.env[`${prefix}_CLIENT_SECRET`],
    regionCode: config.get<pingone.RegionCode>("regionCode"),
    apiUrl: url,
    authUrl: url,
  });

  const alice = new pingone.UserPassword(
    `${tenant}-alice`,
    {
      environmentId,
      userId: config.require("aliceId"),
      valueFrom: { env: `${prefix}_ALICE_PASSWORD` },
    },
    { provider },
  );

  const carol = new pingone.PasswordUnlock(
    `${tenant}-carol`,
    { environmentId, userId: config.require("carolId") },
    { provider },
  );

  return { alice: alice.status, carol: carol.after.status, carolUnlocked: carol.performed };
}

export const staging = manage("staging");
export const production = manage("production");
