import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

/** Two users with a password each, as a platform team would share them. */
class Team extends pulumi.ComponentResource {
  readonly statuses: pulumi.Output<string[]>;

  constructor(
    name: string,
    args: { environmentId: string; members: string[] },
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("acme:index:Team", name, {}, opts);
    const { environmentId } = args;
    const passwords = args.members.map((username) => {
      const user = new pingone.User(username, { environmentId, username }, { parent: this });
      return new pingone.UserPassword(
        username,
        { environmentId, userId: user.userId, valueFrom: { env: `${username.toUpperCase()}_PASSWORD` } },
        { parent: this },
      );
    });
    this.statuses = pulumi.all(passwords.map(({ status }) => status));
    this.registerOutputs({ statuses: this.statuses });
  }
}

const environmentId = new pulumi.Config().require("environmentId");
export const { statuses } = new Team("team", { environmentId, members: ["alice", "bob"] });
