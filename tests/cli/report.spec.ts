import { expect } from "chai";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { report, type ReportOptions } from "../../provider/cli/report";
import { UnusableInput } from "../../provider/report";
import { refusalOf } from "../errors/refusal-of";
import { withFiles } from "../helpers/with-files";
import { exportJson, failed, held, previewJson, step } from "../report/documents";
import { startCli } from "./run-mask";

const PREVIEW = previewJson([step("create", undefined, held("UserPassword", "pw", {}))]);
const FAILED = previewJson([], [failed("UserPassword", "pw", "value does not satisfy the policy.")]);
const STATE = exportJson([held("UserPassword", "pw", {}, { status: "OK" })]);

describe("report", () => {
  const files = withFiles();

  /** Runs `report` in this process, with a standard input. */
  async function run(
    input: string | Buffer,
    file?: string,
    options: Partial<ReportOptions> = {},
    { env = {}, isTTY = false }: { env?: NodeJS.ProcessEnv; isTTY?: boolean } = {},
  ): Promise<{ code: number; printed: string }> {
    let printed = "";
    const stdin = Object.assign(
      (async function* () {
        yield await Promise.resolve(Buffer.from(input as string));
      })(),
      { isTTY },
    );
    const code = await report(
      file,
      { format: "markdown", requestsPerSecond: 100, ...options },
      { input: stdin, env, print: (text) => (printed += text) },
    );
    return { code, printed };
  }

  it("reads the standard input, with and without a dash", async () => {
    const { code, printed } = await run(PREVIEW);
    expect(code).to.equal(0);
    expect(printed).to.contain("| pw | create | sets the password |");
    expect((await run(PREVIEW, "-")).printed).to.equal(printed);
  });

  it("reads a file, and then no standard input", async () => {
    writeFileSync(files.path("preview.json"), PREVIEW);
    const { printed } = await run("no JSON", files.path("preview.json"), {}, { isTTY: true });
    expect(printed).to.contain("| pw | create |");
  });

  it("reads the state of a stack as well", async () => {
    expect((await run(STATE)).printed).to.contain("| OK | 1 | 0 |");
  });

  for (const [what, bytes] of [
    ["as PowerShell writes it", Buffer.from(`\ufeff${PREVIEW}`, "utf16le")],
    ["with a byte order mark", Buffer.from(`\ufeff${PREVIEW}`)],
  ] as const) {
    it(`reads JSON ${what}`, async () => {
      expect((await run(bytes)).printed).to.contain("| pw |");
    });
  }

  it("writes JSON that programs read, in which a log finds no command", async () => {
    const name = "##[add-mask]";
    const text = previewJson([step("create", undefined, held("UserPassword", name, {}))]);
    const { printed } = await run(text, undefined, { format: "json", requestsPerSecond: 1 });
    expect(printed).not.to.contain("##[");
    expect(JSON.parse(printed)).to.deep.include({
      kind: "preview",
      isComplete: true,
      expected: { calls: { reads: 1, writes: 1 }, seconds: 2, requestsPerSecond: 1 },
    });
    expect(JSON.parse(printed)).to.have.nested.property("changes[0].resource", name);
  });

  it("writes to a file, and then prints nothing", async () => {
    const output = files.path("report.md");
    expect(await run(PREVIEW, undefined, { output })).to.deep.equal({ code: 0, printed: "" });
    expect(readFileSync(output, "utf8")).to.contain("| pw |");
  });

  it("appends Markdown to the job's summary, whatever else it writes", async () => {
    const summary = files.path("summary.md");
    writeFileSync(summary, "before\n");
    const env = { GITHUB_STEP_SUMMARY: summary };
    const { printed } = await run(PREVIEW, undefined, { summary: true, format: "json" }, { env });
    expect(JSON.parse(printed)).to.have.property("kind", "preview");
    expect(readFileSync(summary, "utf8")).to.match(/^before\n## PingOne: what this change does\n/);
  });

  it("leaves the job's summary alone without --summary", async () => {
    await run(PREVIEW, undefined, {}, { env: { GITHUB_STEP_SUMMARY: files.path("summary.md") } });
    expect(() => readFileSync(files.path("summary.md"))).to.throw("ENOENT");
  });

  it("ends with 1 for rules that are not met only where that is asked for", async () => {
    expect((await run(FAILED)).code).to.equal(0);
    const { code, printed } = await run(FAILED, undefined, { failOnProblems: true });
    expect(code).to.equal(1);
    expect(printed).to.contain("does not satisfy");
    expect((await run(PREVIEW, undefined, { failOnProblems: true })).code).to.equal(0);
    expect((await run(STATE, undefined, { failOnProblems: true })).code).to.equal(0);
  });

  const refused: readonly (readonly [what: string, run: () => Promise<unknown>, message: RegExp])[] = [
    ["an empty input", () => run(""), /^The input is empty/],
    [
      "a terminal as the standard input",
      () => run("", undefined, {}, { isTTY: true }),
      /^There is nothing to report on: name a file, or pipe/,
    ],
    ["a dash at a terminal", () => run("", "-", {}, { isTTY: true }), /^There is nothing to report on/],
    [
      "a file that is not there",
      () => run("", files.path("none.json")),
      /^The file ".*none\.json" cannot be read \(ENOENT\)\.$/,
    ],
    [
      "a summary where there is none",
      () => run(PREVIEW, undefined, { summary: true }),
      /^--summary is for jobs of GitHub Actions/,
    ],
    [
      "a place that cannot be written to",
      () => {
        mkdirSync(files.path("folder"));
        return run(PREVIEW, undefined, { output: files.path("folder") });
      },
      /^The report cannot be written to ".*folder" \(EISDIR\)\.$/,
    ],
  ];
  for (const [what, attempt, message] of refused) {
    it(`refuses ${what} with one sentence`, async () => {
      expect((await refusalOf(UnusableInput, attempt())).message).to.match(message);
    });
  }

  it("ends with 2 for what it cannot use, and says why on the standard error", async () => {
    writeFileSync(files.path("x.json"), "[]");
    const { code, stdout, stderr } = await startCli("report", files.path("x.json")).ended;
    expect({ code, stdout }).to.deep.equal({ code: 2, stdout: "" });
    expect(stderr).to.match(/^The input is JSON, but neither .*\n$/);
  });

  it("is a command that reads what is piped into it", async () => {
    const started = startCli("report", "--format", "json", "--requests-per-second", "50");
    started.child.stdin.end(PREVIEW);
    const { code, stdout } = await started.ended;
    expect(code).to.equal(0);
    expect(JSON.parse(stdout)).to.have.nested.property("expected.requestsPerSecond", 50);
  });

  for (const rate of ["0", "-1", "fast", ""]) {
    it(`refuses ${JSON.stringify(rate)} as a rate`, async () => {
      const { code, stderr } = await startCli("report", "--requests-per-second", rate).ended;
      expect(code).to.equal(1);
      expect(stderr).to.contain("It has to be a number above 0, such as 50.");
    });
  }
});
