import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

// What a platform team registers for all of a stack; these only pass through.
const seen: string[] = [];
pulumi.runtime.registerStackTransformation(({ name, props, opts }) => {
  seen.push(name);
  return { props, opts };
});

const passOld: pulumi.ResourceTransformation = ({ props, opts }) => ({
  props: { ...props },
  opts: { ...opts },
});
const pass: pulumi.ResourceTransform = ({ props, opts }) => ({ props: { ...props }, opts: { ...opts } });

const environmentId = new pulumi.Config().require("environmentId");

class Squad extends pulumi.ComponentResource {
  constructor(name: string) {
    super("transforms:index:Squad", name, {}, { transforms: [pass, pass] });
    for (const username of ["tess", "theo"]) {
      const { userId } = new pingone.User(username, { environmentId, username }, { parent: this });
      new pingone.UserPassword(
        username,
        { environmentId, userId, value: pulumi.secret("Copper-Kettle!71x") },
        { parent: this, transformations: [passOld], transforms: [pass, pass] },
      );
    }
    this.registerOutputs();
  }
}

new Squad("squad");
export const transformed = seen.length;
