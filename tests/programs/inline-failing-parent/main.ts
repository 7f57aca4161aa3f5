import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
import { LocalWorkspace } from "@pulumi/pulumi/automation";
import * as pingone from "pulumi-pingone-password";

const environmentId = process.env["PINGONE_ENVIRONMENT_ID"] ?? "";

class Team extends pulumi.ComponentResource {
  constructor(name: string, opts: pulumi.ComponentResourceOptions) {
    super("inline:index:Team", name, {}, opts);
    for (const username of ["alice", "bob"]) {
      new pingone.User(username, { environmentId, username }, { parent: this });
    }
    this.registerOutputs();
  }
}

// A rule of the platform team that refuses the component.
const refuse = () => {
  throw new Error("teams are not allowed in this stack");
};

async function main(): Promise<void> {
  const program = () => {
    new Team("team", { transforms: [refuse] });
    return Promise.resolve();
  };
  const args = { stackName: "inline", projectName: "test", program };
  const workDir = mkdtempSync(join(process.cwd(), "work-"));
  const stack = await LocalWorkspace.createOrSelectStack(args, { workDir });
  await stack.up();
}

void main();
