import { local } from "@pulumi/command";
import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");
const build = config.require("build");

const user = new pingone.User("robot", {
  environmentId,
  username: "smoke.robot",
  email: "smoke.robot@example.com",
});

const password = new pingone.UserPassword("robot", {
  environmentId,
  userId: user.userId,
  valueFrom: { env: "SMOKE_PASSWORD" },
});

const smokeTest = new local.Command(
  "smoke-test",
  {
    create: "node smoke-test.mjs",
    // Whatever stands here is kept in the state. SMOKE_PASSWORD does not: a command inherits the environment of pulumi.
    environment: {
      SMOKE_ENVIRONMENT_ID: environmentId,
      SMOKE_APPLICATION_ID: config.require("applicationId"),
      SMOKE_USERNAME: user.username,
    },
    // It runs again for each password that is set, and for each build.
    triggers: [password.appliedAt, build],
    // What a test prints is nobody's promise: neither shown on the way, nor readable in the state.
    logging: "none",
  },
  { additionalSecretOutputs: ["stdout", "stderr"] },
);

export const passwordStatus = password.status;
// Known only once the test has passed.
export const testedBuild = smokeTest.id.apply(() => build);
