import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";
import { memberNames } from "./members.js";

const environmentId = new pulumi.Config().require("environmentId");

enum Role {
  Tester = "tester",
}

class Team extends pulumi.ComponentResource {
  constructor(name: string) {
    super("tsx:index:Team", name);
    for (const username of memberNames) {
      const { userId } = new pingone.User(username, { environmentId, username }, { parent: this });
      const valueFrom = { env: `${username.toUpperCase()}_PASSWORD` };
      new pingone.UserPassword(username, { environmentId, userId, valueFrom }, { parent: this });
    }
    this.registerOutputs();
  }
}

new Team("team");
export const role = Role.Tester;
