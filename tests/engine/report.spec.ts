import { expect } from "chai";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { previewMarkdown, reportState, readDocument } from "../../provider/report";
import { itAtLength } from "../helpers/it-at-length";
import { withOneStack } from "../helpers/with-stack";
import { reportOnPreview } from "../report/report-on";

const VALUE = "Copper-Kettle!71x";
const OTHER = "Marble-Window?28y";
const WEAK = "abbbc";

withOneStack("a report on what the engine writes", ({ simulator, stack, newUser }) => {
  let users: { readonly alice: string; readonly locked: string } | undefined;

  /** Declares a password each for two users, an unlock, and users from rows. */
  function declare(value: string, rows: string, more = ""): void {
    users ??= { alice: newUser(), locked: newUser({ password: "Other-Thing!99z", locked: true }) };
    const environment = `environmentId: "${simulator().environmentId}"`;
    stack().setEnv({ VALUE: value, OTHER, WEAK });
    stack().program(`
      new pingone.UserPassword("alice", { ${environment}, userId: "${users.alice}", value: process.env.VALUE });
      new pingone.UserPassword("locked", { ${environment}, userId: "${users.locked}", valueFrom: { env: "VALUE" } });
      new pingone.TestUsers("fixture", { ${environment}, users: ${rows} });
      ${more}`);
  }
  const preview = async () => (await stack().run("preview", "--json", "--show-secrets")).output;
  /** What the next up sends, as the report counts it. */
  async function callsOfUp(): Promise<{ reads: number; writes: number }> {
    simulator().ledger.clear();
    await stack().up();
    const calls = simulator().ledger.entries.filter(({ operation }) => operation !== "issueToken");
    const reads = calls.filter(({ method }) => method === "GET").length;
    return { reads, writes: calls.length - reads };
  }
  const first = `{ one: { email: "one@example.com", value: process.env.VALUE }, two: {}, "a|b": {} }`;

  it("tells a preview that fails for a rule, which goes no further", async () => {
    declare(WEAK, first);
    const text = await preview();
    const report = reportOnPreview(text);
    expect([report.isComplete, report.foreignErrors, report.errors]).to.deep.equal([false, 0, []]);
    expect(report.unmetRules.map(({ text }) => text).join()).to.contain("needs 1 more upper-case letter");
    expect(`${JSON.stringify(report)}${previewMarkdown(report)}`).not.to.contain(WEAK);
  });

  it("tells users, passwords and lockouts of a first up, and the calls that it sends then", async () => {
    declare(VALUE, first);
    const report = reportOnPreview(await preview());
    expect(report.isComplete).to.equal(true);
    expect(report.changes.map(({ resource, does }) => `${resource}: ${does}`)).to.deep.equal([
      "alice: sets the password",
      "fixture: users: 3 added",
      "locked: sets the password",
    ]);
    expect(report.clearedLockouts.map(({ resource }) => resource)).to.deep.equal(["locked"]);
    expect(report.unmetRules).to.deep.equal([]);
    expect(await callsOfUp()).to.deep.equal(report.expected.calls);
  });

  it("tells what changes, and the calls that it sends then", async () => {
    declare(
      OTHER,
      `{ one: { email: "new@example.com", value: process.env.VALUE }, two: { enabled: false }, three: {} }`,
    );
    const text = await preview();
    const report = reportOnPreview(text);
    expect(report.changes.map(({ resource, operation, does }) => [resource, operation, does])).to.deep.equal([
      ["alice", "update", "sets the password"],
      ["fixture", "update", "users: 1 added, 2 changed, 1 with another password, 1 removed"],
      ["locked", "update", "sets the password"],
    ]);
    expect(previewMarkdown(report)).to.contain("| 1 (three) | 2 (one, two) | 1 (one) | 1 (a&#124;b) |");
    expect(text).not.to.contain(OTHER);
    expect(await callsOfUp()).to.deep.equal(report.expected.calls);
  });

  it("tells the state, and shows no secret that is shown to it", async () => {
    const text = await stack().exportPlain();
    const document = readDocument(text);
    const report = document.kind === "state" ? reportState(document) : undefined;
    expect(report?.holders).to.have.deep.members([
      { type: "UserPassword", resource: "alice", users: 1, byStatus: { OK: 1 }, adopted: 0 },
      { type: "UserPassword", resource: "locked", users: 1, byStatus: { OK: 1 }, adopted: 0 },
      { type: "TestUsers", resource: "fixture", users: 3, byStatus: { NO_PASSWORD: 2, OK: 1 }, adopted: 0 },
    ]);
    expect(text).to.contain("scrypt$");
    expect(JSON.stringify(report)).not.to.contain("scrypt$");
  });

  itAtLength("tells a program that breaks, and not what it says", async () => {
    declare(OTHER, "{}", 'throw new pulumi.RunError("Pl4nted-Secret");');
    const text = await preview();
    expect(text).to.contain("Pl4nted-Secret");
    const report = reportOnPreview(text);
    expect([report.isComplete, report.foreignErrors]).to.deep.equal([false, 1]);
    expect(`${JSON.stringify(report)}${previewMarkdown(report)}`).not.to.contain("Pl4nted-Secret");
  });

  itAtLength("tells where a file of users is wrong, and what else ends the program", async () => {
    const file = join(stack().project, "users.csv");
    writeFileSync(
      file,
      "username,email,passwordRef\nann,ann@example.com,generate\nbob,bob@,Pl4nted-Secret\n",
    );
    const options = `{ environmentId: "${simulator().environmentId}" }`;
    declare(
      OTHER,
      "{}",
      `exports.gone = pingone.getUser({ ...${options}, username: "nobody" });
      void Promise.resolve().then(() => pingone.readUsers("users.csv"));`,
    );
    const report = reportOnPreview(await preview());
    const errors = report.programErrors.map(({ call, text }) => `${call}: ${text.split(" ", 2).join(" ")}`);
    expect(errors).to.have.members([
      "readUsers: users.csv:3:5: email",
      "readUsers: users.csv:3:10: passwordRef",
      'getUser "nobody": environment ' + simulator().environmentId,
    ]);
    expect([report.foreignErrors, report.isComplete]).to.deep.equal([0, false]);
    const markdown = previewMarkdown(report);
    expect(markdown).to.contain("- **readUsers**: users.csv:3:10: passwordRef has to say where");
    expect(`${JSON.stringify(report)}${markdown}`).not.to.contain("Pl4nted-Secret");

    writeFileSync(file, "username,passwordRef\nann,env:NOT_THERE\n");
    declare(OTHER, 'pingone.readUsers("users.csv")');
    const [missing, ...others] = reportOnPreview(await preview()).errors;
    expect(missing?.text).to.contain(
      "users.csv:2:5: valueFrom.env: the environment variable NOT_THERE is not set",
    );
    expect(others).to.deep.equal([]);
  });
});
