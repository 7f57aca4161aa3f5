import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = new pulumi.Config().require("environmentId");

/** Each child uses what the one before it put out. */
class Account extends pulumi.ComponentResource {
  readonly performed: pulumi.Output<boolean>;

  constructor(name: string, username: string) {
    super("sibling:index:Account", name);
    const opts = { parent: this };
    const user = new pingone.User(username, { environmentId, username }, opts);
    const password = new pingone.UserPassword(
      username,
      { environmentId, userId: user.userId, valueFrom: { env: "BOB_PASSWORD" } },
      opts,
    );
    const unlock = new pingone.PasswordUnlock(
      username,
      { environmentId: password.environmentId, userId: password.userId, triggers: [password.appliedAt] },
      opts,
    );
    const twin = `${username}-twin`;
    const twinUser = new pingone.User(
      twin,
      { environmentId, username: twin, enabled: unlock.performed.apply(() => true) },
      opts,
    );
    new pingone.UserPassword(
      twin,
      {
        environmentId,
        userId: twinUser.userId,
        valueFrom: { env: "BOB_PASSWORD" },
        valueVersion: password.status,
      },
      opts,
    );
    this.performed = unlock.performed;
    this.registerOutputs({ performed: this.performed });
  }
}

export const { performed } = new Account("account", "sam");
