import { expect } from "chai";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parse } from "yaml";

type Step = {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
};
type Job = {
  readonly if: string;
  readonly environment?: string;
  readonly permissions?: unknown;
  readonly env?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
};
type Workflow = {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: unknown;
  readonly jobs: Readonly<Record<"preview" | "preview-without-secrets" | "seed", Job>>;
};

const example = resolve(__dirname, "../../examples/ci-seed");
const read = (name: string) => readFileSync(join(example, name), "utf8");
const workflow = parse(read(".github/workflows/seed.yml")) as Workflow;
const jobs = Object.values(workflow.jobs);
const steps = jobs.flatMap((job) => job.steps);

describe("the workflow of examples/ci-seed", () => {
  it("runs the commands of ci.sh", () => {
    const { preview, seed, clean, ...others } = readFunctions(read("ci.sh"));
    expect(others).to.deep.equal({});
    expect(commandsOf(workflow.jobs.preview)).to.deep.equal(preview);
    expect(commandsOf(workflow.jobs["preview-without-secrets"])).to.deep.equal(preview);
    expect(commandsOf(workflow.jobs.seed)).to.deep.equal([...(seed ?? []), ...(clean ?? [])]);
    expect(steps.some(({ run = "" }) => run.includes("mask -- pulumi up"))).to.equal(true);
  });

  it("gives nothing but the repository's content to read, and pins what it uses by commit", () => {
    expect(workflow.permissions).to.deep.equal({ contents: "read" });
    expect(jobs.filter((job) => job.permissions !== undefined)).to.deep.equal([]);
    const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses]));
    expect(used.filter((name) => !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(name))).to.deep.equal([]);
    expect(
      used.filter((name) => name.startsWith("actions/upload-artifact")),
      "passwords",
    ).to.deep.equal([]);
  });

  it("hands secrets to the steps that need them only, and none to a pull request from a fork", () => {
    expect(Object.keys(workflow.on)).to.deep.equal(["pull_request", "push"]);
    const withSecrets = (part: unknown) => JSON.stringify(part).includes("secrets.");
    expect(withSecrets(workflow.jobs["preview-without-secrets"])).to.equal(false);
    expect(jobs.filter(({ env }) => withSecrets(env ?? {}))).to.deep.equal([]);
    expect(steps.filter(withSecrets).map(({ name }) => name)).to.deep.equal(["Preview", "Seed", "Report"]);
    expect(workflow.jobs.preview.if).to.include("head.repo.full_name == github.repository");
    expect(workflow.jobs.preview.if)
      .to.include("github.actor != 'dependabot[bot]'")
      .and.to.include("pull_request.user.login != 'dependabot[bot]'");
    expect(workflow.jobs["preview-without-secrets"].env).to.include({ PINGONE_PREVIEW_WITHOUT_SECRETS: "1" });
  });

  it("keeps all secrets in environments, of which one waits for a reviewer and one is for main", () => {
    const environments = Object.entries(workflow.jobs).map(([name, { environment }]) => [name, environment]);
    expect(Object.fromEntries(environments)).to.deep.equal({
      preview: "seed-preview",
      "preview-without-secrets": undefined,
      seed: "seed",
    });
    const readme = read("README.md");
    expect(readme).to.include("`seed-preview`").and.to.include("`pull_request_target`");
  });

  it("gives the steps that run the program each password that users.csv names", () => {
    const names = [...read("users.csv").matchAll(/env:(\w+)$/gm)].map(([, name = ""]) => name);
    expect(names).to.have.length(3);
    const programs = steps.filter(({ env }) => env?.["PINGONE_CLIENT_SECRET"] !== undefined);
    expect(programs.map(({ name }) => name)).to.deep.equal(["Preview", "Seed"]);
    for (const { env } of programs) {
      expect(env).to.include(Object.fromEntries(names.map((name) => [name, `\${{ secrets.${name} }}`])));
    }
  });
});

/** What a job runs once all is installed, without the mask, which only a job of GitHub has. */
function commandsOf({ steps }: Job): string[] {
  const runs = steps.flatMap(({ run }) => (run === undefined ? [] : [run]));
  return runs
    .filter((run) => run !== "npm ci --ignore-scripts" && !run.startsWith("npx --no pingone-simulator"))
    .flatMap((run) => run.trim().split("\n"))
    .map((line) => line.replace("npx --no pulumi-pingone-password mask -- ", ""));
}

/** The commands of each function of a script as GitHub runs them, without what keeps an exit code for later. */
function readFunctions(script: string): Record<string, string[]> {
  const functions = [...script.matchAll(/^(\w+)\(\) \{\n(.*?)^\}$/gms)];
  return Object.fromEntries(
    functions.map(([, name = "", body = ""]) => [
      name,
      body
        .split("\n")
        .map((line) =>
          line
            .trim()
            .replace(/ \|\| status=\$\?$/, "")
            .replace("${GITHUB_STEP_SUMMARY:+--summary}", "--summary"),
        )
        .filter((line) => line !== "" && !/^(#|status=|return )/.test(line)),
    ]),
  );
}
