import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = new pulumi.Config().require("environmentId");

class Fixture extends pulumi.ComponentResource {
  readonly usernames: pulumi.Output<string[]>;

  constructor(name: string) {
    super("two:index:Fixture", name);
    const { userId } = new pingone.User(
      `${name}-admin`,
      { environmentId, username: `${name}-admin` },
      { parent: this },
    );
    new pingone.UserPassword(
      `${name}-admin`,
      { environmentId, userId, valueFrom: { env: "ALICE_PASSWORD" } },
      { parent: this },
    );
    const users = new pingone.TestUsers(
      `${name}-users`,
      { environmentId, users: { [`${name}-tester`]: { valueFrom: { env: "BOB_PASSWORD" } } } },
      { parent: this },
    );
    this.usernames = users.accounts.apply((accounts) => Object.keys(accounts));
    this.registerOutputs();
  }
}

export const usernames = pulumi.all(["blue", "green"].map((name) => new Fixture(name).usernames));
