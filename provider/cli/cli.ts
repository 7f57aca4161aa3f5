import "../require-node";
import { Command, InvalidArgumentError, Option } from "commander";
import { DOCUMENTED_RATE, UnusableInput } from "../report";
import { version } from "../version";
import { isUuid } from "../ids";
import { doctor, type DoctorOptions } from "./doctor/doctor";
import { mask } from "./mask";
import { report, type ReportOptions } from "./report";

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
  cli
    .command("report")
    .description(
      "Report what `pulumi preview --json` or `pulumi stack export` says about users and passwords, for a pull request or a job's summary.",
    )
    .argument("[file]", "what pulumi wrote; - or none for the standard input")
    .addOption(
      new Option("--format <format>", "how it is written").choices(["markdown", "json"]).default("markdown"),
    )
    .option("--output <file>", "where it is written to, instead of the standard output")
    .option("--summary", "append it, as Markdown, to the summary of a job of GitHub Actions as well")
    .option("--fail-on-problems", "end with 1 when the preview failed or a password does not meet its policy")
    .option(
      "--requests-per-second <number>",
      "what the tenant allows; by default what PingOne documents for one source IP",
      parseRate,
      DOCUMENTED_RATE,
    )
    .action(async (file: string | undefined, options: ReportOptions) => {
      process.exitCode = await report(file, options, {
        input: process.stdin,
        print: (text) => void process.stdout.write(text),
        env: process.env,
      });
    });
  cli
    .command("doctor")
    .description(
      "Check all that a program needs: versions, connection, hosts, clock, token, rights, policy, users, limits. Reads only.",
    )
    // A wrong option is no failed check: it ends with 2.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .option(
      "--environment <id>",
      "the environment to look at; by default the one that holds the worker",
      parseUuid,
    )
    .option("--stack <name>", "the stack whose configuration is read; by default the selected one")
    .option("--json", "print it for machines")
    .action(async (options: DoctorOptions) => {
      process.exitCode = await doctor(options, {
        env: process.env,
        cwd: process.cwd(),
        nodeVersion: process.versions.node,
        print: (text) => void process.stdout.write(text),
      });
    });
  return cli;
}

function parseUuid(text: string): string {
  if (!isUuid(text)) {
    throw new InvalidArgumentError(
      "It has to be the lower-case UUID that the PingOne console shows for the environment.",
    );
  }
  return text;
}

function parseRate(text: string): number {
  const rate = Number(text);
  if (text.trim() === "" || !Number.isFinite(rate) || rate <= 0) {
    throw new InvalidArgumentError("It has to be a number above 0, such as 50.");
  }
  return rate;
}

void createCli()
  .parseAsync()
  .catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : "failed"}\n`);
    process.exitCode = error instanceof UnusableInput ? 2 : 1;
  });
