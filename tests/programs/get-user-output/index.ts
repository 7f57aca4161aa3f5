import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = new pulumi.Config().require("environmentId");

// A user whom somebody else manages.
const existing = pingone.getUserOutput({ environmentId, username: "erin" });
new pingone.UserPassword("erin", {
  environmentId,
  userId: existing.userId,
  valueFrom: { env: "ALICE_PASSWORD" },
});

// A user of this run, looked up by what the run only knows at the end.
const fresh = new pingone.User("finn", { environmentId, username: "finn", email: "finn@example.com" });
const found = pingone.getUserOutput({ environmentId, userId: fresh.userId });
new pingone.UserPassword("finn", { environmentId, userId: found.userId, valueFrom: { env: "BOB_PASSWORD" } });
export const email = found.apply((user) => user.email);
