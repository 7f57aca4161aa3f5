import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = new pulumi.Config().require("environmentId");

class Member extends pulumi.ComponentResource {
  readonly userId: pulumi.Output<string>;

  constructor(username: string, opts: pulumi.ComponentResourceOptions) {
    super("nested:index:Member", username, {}, opts);
    const user = new pingone.User(username, { environmentId, username }, { parent: this });
    const { userId } = user;
    const valueFrom = { env: "ALICE_PASSWORD" };
    const password = new pingone.UserPassword(
      username,
      { environmentId, userId, valueFrom },
      { parent: this },
    );
    // A resource as the parent of another one.
    new pingone.PasswordUnlock(username, { environmentId, userId }, { parent: user, dependsOn: password });
    this.userId = userId;
    this.registerOutputs();
  }
}

class Company extends pulumi.ComponentResource {
  readonly count: pulumi.Output<number>;

  constructor(name: string) {
    super("nested:index:Company", name);
    const members = ["nina", "noah"].map((username) => new Member(username, { parent: this }));
    new pingone.PasswordForceChange(
      "nina",
      { environmentId, userId: members[0]?.userId ?? "", triggers: ["first day"] },
      { parent: this, dependsOn: members },
    );
    this.count = pulumi.all(members.map(({ userId }) => userId)).apply((ids) => new Set(ids).size);
    this.registerOutputs();
  }
}

export const members = new Company("company").count;
