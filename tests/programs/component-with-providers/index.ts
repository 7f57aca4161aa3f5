import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");
const partner = new pingone.Provider("partner", {
  clientId: process.env["PINGONE_CLIENT_ID"] ?? "",
  clientSecret: process.env["PINGONE_CLIENT_SECRET"] ?? "",
  environmentId: process.env["PINGONE_ENVIRONMENT_ID"] ?? "",
  apiUrl: process.env["PINGONE_API_URL"] ?? "",
  authUrl: process.env["PINGONE_AUTH_URL"] ?? "",
});

class Partners extends pulumi.ComponentResource {
  constructor(name: string, usernames: string[], opts: pulumi.ComponentResourceOptions) {
    super("providers:index:Partners", name, {}, opts);
    for (const username of usernames) {
      const { userId } = new pingone.User(username, { environmentId, username }, { parent: this });
      new pingone.UserPassword(
        username,
        { environmentId, userId, valueFrom: { env: "ALICE_PASSWORD" } },
        { parent: this },
      );
    }
    this.registerOutputs();
  }
}

new Partners("by-list", ["paul", "pia"], { providers: [partner] });
new Partners("by-package", ["petra"], { providers: { "pulumi-nodejs": partner } });
