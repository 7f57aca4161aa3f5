import * as pulumi from "@pulumi/pulumi";
import * as pingone from "pulumi-pingone-password";
import { newestCode } from "./mailbox";

const config = new pulumi.Config();
const environmentId = config.require("environmentId");
const userId = config.require("userId");
const triggers = [config.require("ticket")];

// PingOne mails no code while the password is locked out.
const unlock = new pingone.PasswordUnlock("alice", { environmentId, userId, triggers });

const mail = new pingone.PasswordRecoveryCode(
  "alice",
  { environmentId, userId, triggers },
  { dependsOn: unlock },
);

// Not known at preview, where nothing is mailed. A code that is no longer good is not looked up.
const recoveryCode = pulumi.secret(
  mail.expiresAt.apply((expiresAt) => (Date.now() < Date.parse(expiresAt) ? newestCode(userId) : "")),
);

const recovery = new pingone.PasswordRecovery("alice", {
  environmentId,
  userId,
  recoveryCode,
  newPasswordFrom: { env: "ALICE_PASSWORD" },
  triggers,
});

const check = new pingone.PasswordCheck("alice", {
  environmentId,
  userId,
  passwordFrom: { env: "ALICE_PASSWORD" },
  triggers: [recovery.recoveredAt],
});

// Never the code itself: an output is kept in the state.
export const unlocked = unlock.performed;
export const codeSent = mail.sent;
export const status = recovery.status;
export const matched = check.matched;
