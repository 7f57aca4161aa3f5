import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

class Vault extends pulumi.ComponentResource {
  constructor(name: string) {
    super("protected:index:Vault", name, {}, { protect: process.env["UNPROTECTED"] === undefined });
    const environmentId = new pulumi.Config().require("environmentId");
    for (const username of ["vera", "vito"]) {
      const user = new pingone.User(username, { environmentId, username }, { parent: this });
      new pingone.UserPassword(
        username,
        { environmentId, userId: user.userId, valueFrom: { env: "ALICE_PASSWORD" } },
        { parent: this },
      );
    }
    this.registerOutputs();
  }
}

new Vault("vault");
