import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const environmentId = new pulumi.Config().require("environmentId");
const ids: pulumi.Output<string>[] = [];
for (let number = 1; number <= 50; number += 1) {
  const username = `load-${number}`;
  ids.push(new pingone.User(username, { environmentId, username }).userId);
}
export const count = pulumi.all(ids).apply((known) => new Set(known).size);
