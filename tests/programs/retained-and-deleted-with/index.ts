import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = new pulumi.Config().require("environmentId");

// Stays at PingOne when the stack goes.
const kept = new pingone.User("ruth", { environmentId, username: "ruth" }, { retainOnDelete: true });
new pingone.UserPassword(
  "ruth",
  { environmentId, userId: kept.userId, valueFrom: { env: "ALICE_PASSWORD" }, deletionPolicy: "unset" },
  { retainOnDelete: true },
);

// Goes with its user: no call of its own.
const gone = new pingone.User("dirk", { environmentId, username: "dirk" });
new pingone.UserPassword(
  "dirk",
  { environmentId, userId: gone.userId, valueFrom: { env: "BOB_PASSWORD" }, deletionPolicy: "unset" },
  { deletedWith: gone },
);
