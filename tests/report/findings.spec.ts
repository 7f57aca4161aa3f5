import { expect } from "chai";
import { hasProblems, previewMarkdown } from "../../provider/report";
import { failed, held, previewJson, said, step } from "./documents";
import { reportOnPreview } from "./report-on";

type Props = Readonly<Record<string, unknown>>;

const UNMET = 'value does not satisfy the policy "Standard": needs 1 more digit.';

function reportOn(...messages: Props[]) {
  return reportOnPreview(previewJson([], messages));
}

describe("findings of a preview", () => {
  it("are a rule that fails the check", () => {
    const report = reportOn(failed("UserPassword", "it's", UNMET));
    expect(report.unmetRules).to.deep.equal([
      { type: "UserPassword", resource: "it's", level: "error", text: UNMET },
    ]);
    expect([report.isComplete, report.foreignErrors, hasProblems(report)]).to.deep.equal([false, 0, true]);
  });

  it("are a finding for each row of a file, with its place", () => {
    const rows = ['users["a"].value: the password does not satisfy x: y.', "and 3 more"];
    const report = reportOn(failed("TestUsers", "fixture", `users:\n${rows.join("\n")}`));
    expect(report.unmetRules.map(({ text }) => text)).to.deep.equal(rows);
  });

  it("are a rule that only warns, which is a problem all the same", () => {
    const report = reportOn(said("UserPassword", "pw", UNMET, "warning"));
    expect(report.unmetRules.map(({ level }) => level)).to.deep.equal(["warning"]);
    expect([report.isComplete, hasProblems(report)]).to.deep.equal([true, true]);
  });

  for (const text of [
    'value may not satisfy the policy "Standard", as far as PingOne documents it: too similar.',
    'As far as PingOne documents it:\nusers["a"].value: the password does not satisfy x: y.',
  ]) {
    it(`are no problem while PingOne does not say so for sure: ${text.slice(0, 30)}`, () => {
      const report = reportOn(said("TestUsers", "fixture", text, "warning"));
      expect(report.unmetRules.map(({ level }) => level)).to.deep.equal(["perhaps"]);
      expect(hasProblems(report)).to.equal(false);
    });
  }

  it("are no rule when a value satisfies its policy", () => {
    const report = reportOn(said("UserPassword", "pw", 'value satisfies the policy "Standard".'));
    expect([report.unmetRules, report.warnings, report.errors]).to.deep.equal([[], [], []]);
  });

  it("are other errors, without the stack below them", () => {
    const report = reportOn(
      failed("User", "u", "username is missing: give it."),
      said("User", "v", "readUser failed: 403.\n    at Object.x (/home/me/x.js:1:2)\n    at y", "error"),
    );
    expect(report.unmetRules).to.deep.equal([]);
    expect(report.errors.map(({ text }) => text)).to.deep.equal([
      "username is missing: give it.",
      "readUser failed: 403.",
    ]);
    expect(hasProblems(report)).to.equal(true);
  });

  it("are the number of errors of others, and never what they say", () => {
    const report = reportOn(
      { message: "error: Error: Pl4nted-Secret\n", severity: "error" },
      {
        urn: "urn:pulumi:dev::test::random:Password::x",
        message: "error: Pl4nted-Secret\n",
        severity: "error",
      },
      { message: "warning: Pl4nted-Secret\n", severity: "warning" },
      { message: "Pl4nted-Secret\n", severity: "info" },
    );
    expect([report.foreignErrors, report.isComplete]).to.deep.equal([2, false]);
    expect(JSON.stringify(report)).not.to.contain("Pl4nted-Secret");
  });

  it("are the problems of a file with which this package ended the program, each with its place", () => {
    const heading = "pingone.readUsers: users.csv has 2 problems:";
    const problems = ["users.csv:3:5: passwordRef has to say where.", "users.csv:4:1: username is missing."];
    const report = reportOn({
      message: `error: ${[heading, ...problems].join("\n")}\n`,
      severity: "error",
    });
    expect(report.programErrors).to.deep.equal(problems.map((text) => ({ call: "readUsers", text })));
    expect([report.foreignErrors, report.isComplete, hasProblems(report)]).to.deep.equal([0, false, true]);
    expect(previewMarkdown(report)).to.contain(
      "### Errors of the program\n\n- **readUsers**: users.csv:3:5: passwordRef has to say where.\n",
    );
  });

  for (const text of [
    "readUsers: Pl4nted-Secret",
    "pingone.login: Pl4nted-Secret",
    'Pl4nted-Secret: pingone.getUser "alice": no.',
    "Running program 'index.js' failed with an unhandled exception:\nError: pingone.readUsers: Pl4nted-Secret",
  ]) {
    it(`are never what the program itself says: ${text.slice(0, 30)}`, () => {
      const report = reportOn({ message: `error: ${text}\n`, severity: "error" });
      expect([report.programErrors, report.foreignErrors]).to.deep.equal([[], 1]);
      expect(`${JSON.stringify(report)}${previewMarkdown(report)}`).not.to.contain("Pl4nted");
    });
  }

  it("are nothing of what a program logs for information, on our resources too", () => {
    const report = reportOn(
      said("UserPassword", "pw", "Pl4nted-Secret"),
      said("UserPassword", "pw", "Pl4nted-Secret does not satisfy me"),
    );
    expect(JSON.stringify(report)).not.to.contain("Pl4nted-Secret");
  });

  it("are lockouts that something clears on its way", () => {
    const text = "The password is locked out: this set also clears a lockout until 2026-01-01T00:00:00Z.";
    expect(reportOn(said("UserPassword", "pw", text)).clearedLockouts).to.deep.equal([
      { type: "UserPassword", resource: "pw", level: "warning", text },
    ]);
    const warned = reportOn(said("UserPassword", "pw", text, "warning"));
    expect([warned.clearedLockouts.length, warned.warnings.length]).to.deep.equal([0, 1]);
    const rerun = "The password is locked out (for 5 s more): this unlocks it (rerun: whenLocked).";
    expect(reportOn(said("PasswordUnlock", "pw", rerun)).clearedLockouts).to.have.length(1);
  });

  it("are warnings of a refresh, which knows its resource by the user alone", () => {
    const id = "11111111-2222-4333-8444-555555555555/a11ce000-0000-4000-8000-000000000001";
    const old = held("UserPassword", "pw", {}, {}, { id });
    const message = {
      message: `warning: UserPassword ${id}: The password was changed.\n`,
      severity: "warning",
    };
    const { warnings } = reportOnPreview(previewJson([step("refresh", old, old)], [message]));
    expect(warnings).to.deep.equal([
      { type: "UserPassword", resource: "pw", level: "warning", text: "The password was changed." },
    ]);
    expect(reportOn(message).warnings).to.deep.equal([]);
  });
});

describe("what a run is expected to take", () => {
  const passwords = (number: number) =>
    previewJson(
      Array.from({ length: number }, (_, index) =>
        step("create", undefined, held("UserPassword", `pw-${index}`, {})),
      ),
    );

  it("is the calls of all changes, and seconds at the documented rate", () => {
    expect(reportOnPreview(passwords(100)).expected).to.deep.equal({
      calls: { reads: 1, writes: 100 },
      seconds: 1.1,
      requestsPerSecond: 100,
    });
  });

  it("is seconds at the tenant's own rate, rounded up to tenths", () => {
    expect(reportOnPreview(passwords(100), 29).expected.seconds).to.equal(3.5);
    expect(reportOnPreview(passwords(0), 29).expected.seconds).to.equal(0);
  });
});
