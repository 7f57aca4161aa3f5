import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");

// The passwords come from the environment of whoever runs pulumi: neither this program nor its configuration sees them.
const alice = new pingone.UserPassword("alice", {
  environmentId,
  userId: config.require("aliceId"),
  valueFrom: { env: "ALICE_PASSWORD" },
});

// A person's account: the password only has to last until the first sign-on.
const bob = new pingone.UserPassword("bob", {
  environmentId,
  userId: config.require("bobId"),
  valueFrom: { env: "BOB_PASSWORD" },
  forceChange: true,
  deletionPolicy: "forceChange",
});

// A shared test account that wrong passwords lock now and then: each build recovers it.
const carol = new pingone.PasswordUnlock("carol", {
  environmentId,
  userId: config.require("carolId"),
  triggers: [config.require("build")],
});

export const aliceStatus = alice.status;
export const bobStatus = bob.status;
export const carolStatus = carol.after.status;
export const carolUnlocked = carol.performed;
export const carolRemainingLocks = carol.remainingLocks;
