// A component with several children, one of which uses another's output, and triggers of which a Date is a part.
const pulumi = require("@pulumi/pulumi");
const pingone = require("pulumi-pingone-password");

const environmentId = process.env.PINGONE_ENVIRONMENT_ID;
const triggers = [new Date(Number(process.env.BUILD_TIME)), { of: [1, "two"] }];

class Team extends pulumi.ComponentResource {
  constructor(name, members, opts) {
    super("test:index:Team", name, {}, opts);
    for (const [username, variable] of Object.entries(members)) {
      const { userId } = new pingone.User(username, { environmentId, username }, { parent: this });
      const valueFrom = { env: variable };
      const password = new pingone.UserPassword(
        username,
        { environmentId, userId, valueFrom },
        { parent: this },
      );
      const user = { environmentId, userId: password.userId };
      new pingone.PasswordForceChange(username, { ...user, triggers }, { parent: this });
    }
    this.registerOutputs({});
  }
}

new Team("red", { ada: "COMPONENT_PASSWORD", ben: "ENV_PASSWORD" });
new Team("blue", { cleo: "VALUE_PASSWORD" });
