import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

interface TeamArgs {
  environmentId: pulumi.Input<string>;
  members: string[];
}

class Team extends pulumi.ComponentResource {
  public readonly statuses: pulumi.Output<string[]>;

  constructor(name: string, args: TeamArgs, opts?: pulumi.ComponentResourceOptions) {
    super("template:index:Team", name, args, opts);
    const { environmentId } = args;
    const passwords = args.members.map((username) => {
      const user = new pingone.User(username, { environmentId, username }, { parent: this });
      return new pingone.UserPassword(
        username,
        {
          environmentId,
          userId: user.userId,
          valueFrom: { env: `${username.toUpperCase()}_PASSWORD` },
          forceChange: false,
        },
        { parent: this },
      );
    });
    this.statuses = pulumi.all(passwords.map((password) => password.status));
    this.registerOutputs({ statuses: this.statuses });
  }
}

const config = new pulumi.Config();
const team = new Team("team", { environmentId: config.require("environmentId"), members: ["alice", "bob"] });

export const statuses = team.statuses;
