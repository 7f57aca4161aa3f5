import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");

// A test user, who comes and goes with the stack.
const alice = new pingone.User("alice", {
  environmentId,
  username: "alice",
  email: "alice@example.com",
  name: { given: "Alice", family: "Archer" },
});

// The passwords come from the environment of whoever runs pulumi: neither this program nor its configuration sees them.
const alicePassword = new pingone.UserPassword("alice", {
  environmentId,
  userId: alice.userId,
  valueFrom: { env: "ALICE_PASSWORD" },
});

// A person's account, which outlives the stack; the password only has to last until the first sign-on.
const bob = new pingone.User(
  "bob",
  { environmentId, username: "bob", email: "bob@example.com", name: { given: "Bob", family: "Baker" } },
  { retainOnDelete: true },
);
const bobPassword = new pingone.UserPassword("bob", {
  environmentId,
  userId: bob.userId,
  valueFrom: { env: "BOB_PASSWORD" },
  forceChange: true,
  deletionPolicy: "forceChange",
});

// A shared test account that is there already, and that wrong passwords lock now and then: each build recovers it.
const carol = new pingone.User("carol", {
  environmentId,
  username: "carol",
  adopt: true,
});
const carolUnlock = new pingone.PasswordUnlock("carol", {
  environmentId,
  userId: carol.userId,
  triggers: [config.require("build")],
});

export const aliceStatus = alicePassword.status;
export const bobStatus = bobPassword.status;
export const carolStatus = carolUnlock.after.status;
export const carolUnlocked = carolUnlock.performed;
export const carolRemainingLocks = carolUnlock.remainingLocks;
