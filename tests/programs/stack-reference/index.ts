import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const people = new pulumi.StackReference("organization/test/people");
const password = new pingone.UserPassword("rosa", {
  environmentId: people.requireOutput("environmentId").apply(String),
  userId: people.requireOutput("userId").apply(String),
  valueFrom: { env: "ALICE_PASSWORD" },
});
export const { status } = password;
