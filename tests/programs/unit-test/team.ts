import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

/** A team, as a platform team would test it. */
export class Team extends pulumi.ComponentResource {
  readonly userIds: pulumi.Output<string[]>;
  readonly statuses: pulumi.Output<string[]>;

  constructor(name: string, environmentId: string, usernames: string[]) {
    super("unit:index:Team", name);
    const users = usernames.map(
      (username) => new pingone.User(username, { environmentId, username }, { parent: this }),
    );
    const passwords = users.map(
      ({ userId }, index) =>
        new pingone.UserPassword(
          usernames[index] ?? "",
          { environmentId, userId, valueFrom: { env: "TEAM_PASSWORD" } },
          { parent: this },
        ),
    );
    this.userIds = pulumi.all(users.map(({ userId }) => userId));
    this.statuses = pulumi.all(passwords.map(({ status }) => status));
    this.registerOutputs();
  }
}
