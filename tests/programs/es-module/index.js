import * as pulumi from "@pulumi/pulumi";
import { getPasswordPolicy, User, UserPassword } from "pulumi-pingone-password";

const environmentId = new pulumi.Config().require("environmentId");
const policy = await getPasswordPolicy({ environmentId });

class Team extends pulumi.ComponentResource {
  constructor(name) {
    super("module:index:Team", name);
    for (const username of ["alice", "bob"]) {
      const { userId } = new User(username, { environmentId, username }, { parent: this });
      const valueFrom = { env: `${username.toUpperCase()}_PASSWORD` };
      new UserPassword(username, { environmentId, userId, valueFrom }, { parent: this });
    }
    this.registerOutputs();
  }
}

new Team("team");
export const policyName = policy.name;
