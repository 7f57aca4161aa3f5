import { parseArgs } from "node:util";
import * as pulumi from "@pulumi/pulumi";
import { CommandError, type EngineEvent, LocalWorkspace } from "@pulumi/pulumi/automation";
import * as pingone from "pulumi-pingone-password";
import { describeCounts, describeEvent } from "./progress";

const USAGE = `Usage: node --import tsx seed.ts USERS_FILE [--environment UUID] [--stack NAME] [--refresh] [--preview]
       node --import tsx seed.ts --destroy [--stack NAME]`;

class UsageError extends Error {}

// The engine starts the provider in this folder, whose node_modules holds it. The default is a temporary folder, which has none.
const workspace = { workDir: __dirname };
const projectName = "pingone-automation-api";
let hasToldError = false;

async function main(): Promise<void> {
  const { file, environment, stack: stackName, destroy, ...rest } = readArguments();
  if (destroy) {
    await destroyStack(stackName);
    return;
  }
  if (file === undefined) {
    throw new UsageError("No file of users is given.");
  }
  if (environment === undefined) {
    throw new UsageError(
      "Neither --environment nor PINGONE_ENVIRONMENT_ID says which environment holds the users.",
    );
  }
  // What is wrong with the file is told by line and column, before the engine starts.
  const users = pingone.readUsers(file);
  await seed(stackName, environment, users, rest);
}

async function seed(
  stackName: string,
  environmentId: string,
  users: pingone.TestUser[],
  { preview, refresh }: { preview: boolean; refresh: boolean },
): Promise<void> {
  // Runs in this process, once for the preview and once for the update.
  const program = () => {
    const seeded = new pingone.TestUsers("users", {
      environmentId,
      users,
      // Without the organisation that --stack may name before it.
      deliverTo: { file: `passwords.${pulumi.getStack()}.json` },
    });
    const statuses = seeded.accounts.apply((accounts) => Object.values(accounts).map(({ status }) => status));
    return Promise.resolve({ statuses });
  };
  const stack = await LocalWorkspace.createOrSelectStack({ stackName, projectName, program }, workspace);

  say(`Preview of the stack ${stackName}, ${users.length} users:`);
  const { changeSummary } = await stack.preview({ refresh, onEvent });
  const changes = Object.keys(changeSummary).filter((operation) => operation !== "same");
  if (changes.length === 0) {
    say("Nothing to change.");
    return;
  }
  if (preview) {
    say("Nothing is changed: this was a preview.");
    return;
  }

  say("Update:");
  const { outputs } = await stack.up({ refresh, onEvent });
  const statuses = outputs["statuses"].value as string[];
  say(`Done: ${statuses.length} users, ${describeCounts(statuses)}.`);
}

async function destroyStack(stackName: string): Promise<void> {
  // What is to be deleted stands in the state: the program is not run.
  const program = () => Promise.resolve();
  const stack = await LocalWorkspace.selectStack({ stackName, projectName, program }, workspace);
  say(`Destroying the stack ${stackName}:`);
  await stack.destroy({ onEvent, remove: true });
  say("Done: the users it created are deleted, and so is the stack.");
}

function onEvent(event: EngineEvent): void {
  const line = describeEvent(event);
  if (line !== undefined) {
    say(line);
  }
  hasToldError ||= event.diagnosticEvent?.severity === "error";
}

function readArguments() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        environment: { type: "string", default: process.env["PINGONE_ENVIRONMENT_ID"] },
        stack: { type: "string", default: "dev" },
        refresh: { type: "boolean", default: false },
        preview: { type: "boolean", default: false },
        destroy: { type: "boolean", default: false },
      },
    });
    return { ...values, file: positionals.at(0) };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** A CommandError repeats all that pulumi printed: its errors are enough, where they are not told already. */
function describeFailure(error: unknown): string {
  if (error instanceof UsageError) {
    return `${error.message}\n${USAGE}`;
  }
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof CommandError)) {
    return `Failed: ${message}`;
  }
  if (message.includes("ENOENT")) {
    return "Failed: pulumi is not found: install it, and put it on the PATH.";
  }
  if (hasToldError) {
    return "Failed, for the reason above. Run it again once that is mended: what is done is kept.";
  }
  const errors = new Set([...message.matchAll(/^error: (.*)$/gm)].map(([, text]) => text));
  return `Failed: ${errors.size === 0 ? message : [...errors].join("\n")}`;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${describeFailure(error)}\n`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
});
