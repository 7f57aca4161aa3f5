import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace } from "@pulumi/pulumi/automation";
import * as pingone from "pulumi-pingone-password";

const environmentId = process.env["PINGONE_ENVIRONMENT_ID"] ?? "";

class Team extends pulumi.ComponentResource {
  readonly userIds: pulumi.Output<string[]>;

  constructor(name: string, usernames: string[]) {
    super("inline:index:Team", name);
    const users = usernames.map((username) => {
      const user = new pingone.User(username, { environmentId, username }, { parent: this });
      const valueFrom = { env: `${username.toUpperCase()}_PASSWORD` };
      new pingone.UserPassword(username, { environmentId, userId: user.userId, valueFrom }, { parent: this });
      return user;
    });
    this.userIds = pulumi.all(users.map(({ userId }) => userId));
    this.registerOutputs();
  }
}

async function program(): Promise<Record<string, unknown>> {
  // What a platform team registers for all of a stack; this only passes through. In an inline program the SDK's second one loses what is
  // not known yet, of every resource.
  pulumi.runtime.registerResourceTransform(({ props, opts }) => ({ props: { ...props }, opts: { ...opts } }));
  const policy = await pingone.getPasswordPolicy({ environmentId });
  const { userIds } = new Team("team", ["alice", "bob"]);
  return { policy: policy.name, count: userIds.apply((ids) => new Set(ids).size) };
}

async function main(): Promise<void> {
  const args = { stackName: "inline", projectName: "test", program };
  const workDir = mkdtempSync(join(process.cwd(), "work-"));
  const stack = await LocalWorkspace.createOrSelectStack(args, { workDir });
  const say = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`);
  say((await stack.preview()).changeSummary);
  const { outputs } = await stack.up();
  say({ policy: outputs["policy"]?.value as unknown, count: outputs["count"]?.value as unknown });
  say((await stack.up({ expectNoChanges: true })).summary.resourceChanges);
  if (process.argv[2] === "destroy") {
    say((await stack.destroy()).summary.resourceChanges);
  }
}

void main();
