import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

class Team extends pulumi.ComponentResource {
  constructor(name: string) {
    super("renamed:index:Team", name, {}, { aliases: [{ name: "crew", type: "renamed:index:Crew" }] });
    const environmentId = new pulumi.Config().require("environmentId");
    for (const username of ["cleo", "cato"]) {
      const user = new pingone.User(`${name}-${username}`, { environmentId, username }, { parent: this });
      new pingone.UserPassword(
        `${name}-${username}`,
        { environmentId, userId: user.userId, valueFrom: { env: "ALICE_PASSWORD" } },
        { parent: this },
      );
    }
    this.registerOutputs();
  }
}

new Team("team");
