import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");
const userId = config.require("userId");

// As an administrator hands out a new account: the first password opens the first sign-on and nothing else.
const password = new pingone.UserPassword("alice", {
  environmentId,
  userId,
  valueFrom: { env: "FIRST_PASSWORD" },
  forceChange: true,
});

// What alice would do next. Whenever the first password is set again, so is the final one.
const reset = new pingone.PasswordReset("alice", {
  environmentId,
  userId,
  applicationId: config.require("applicationId"),
  currentPasswordFrom: { env: "FIRST_PASSWORD" },
  newPasswordFrom: { env: "FINAL_PASSWORD" },
  triggers: [password.appliedAt],
});

export const handedOut = password.status;
export const signOn = reset.flowStatus;
