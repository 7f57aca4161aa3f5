import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const config = new pulumi.Config();
const rotation = config.require("rotation");

// Only what is generated can be made anew: PingOne takes no value from the pipeline's secrets twice.
const users = pingone
  .readUsers("users.csv")
  .map((user) => (user.generate === undefined ? user : { ...user, valueVersion: rotation }));

const seeded = new pingone.TestUsers("users", {
  environmentId: config.require("environmentId"),
  users,
  // Two stacks in one folder must not take the file for the same one.
  deliverTo: { file: `passwords.${pulumi.getStack()}.json` },
});

// How many users there are by the status of their password: a log of CI is no place for more.
export const statuses = seeded.accounts.apply((accounts) => {
  const counts: Record<string, number> = {};
  for (const { status } of Object.values(accounts)) {
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
});
