import { Command } from "commander";
import { version } from "../version";
import { mask } from "./mask";

/** The command line of the package. */
function createCli(): Command {
  const cli = new Command("pulumi-pingone-password")
    .enablePositionalOptions()
    .description("Helpers around Pulumi for the passwords of PingOne users.")
    .version(version);
  cli
    .command("mask")
    .description(
      "Run a command of a CI job, e.g. `mask -- pulumi up`, and mask in the job's log what deliverTo.githubEnv delivers.",
    )
    .passThroughOptions()
    .argument("<command...>", "what to run; its output must reach the job's log directly (no redirection)")
    .action(async ([command = "", ...args]: string[]) => {
      if (process.env["GITHUB_ACTIONS"] !== "true") {
        throw new Error(
          "mask is for jobs of GitHub Actions: anywhere else the password would be printed in clear. Use deliverTo.file instead.",
        );
      }
      process.exitCode = await mask(command, args);
    });
  return cli;
}

void createCli()
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : "failed"}\n`);
    process.exitCode = 1;
  });
