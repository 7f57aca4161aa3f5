// Stands for the smoke test of a team: signs on to the application as the test user does, and expects to be let in.
import { createClient } from "pulumi-pingone-password/client";

const environmentId = required("SMOKE_ENVIRONMENT_ID");
const applicationId = required("SMOKE_APPLICATION_ID");
const username = required("SMOKE_USERNAME");
// From the environment, never an argument: those stand in the list of processes.
const password = required("SMOKE_PASSWORD");

try {
  const client = createClient();
  const flow = await client.startFlow({ environmentId, applicationId });
  const { status } = await client.checkUsernamePassword({ flow, username, password });
  if (status !== "COMPLETED") {
    throw new Error(`The sign-on of ${username} stops at ${status}.`);
  }
  console.log(`${username} is signed on.`);
} catch (error) {
  // The command shows all that is printed by a test that fails: a message, and nothing that has the password in it.
  console.error(error.message);
  process.exitCode = 1;
}

/** @param {string} name */
function required(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`The environment variable ${name} is not set: set it where pulumi runs.`);
    process.exit(1);
  }
  return value;
}
