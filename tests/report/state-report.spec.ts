import { expect } from "chai";
import { heldOf, pack } from "../../provider/lifecycle/test-users/account";
import { stateMarkdown } from "../../provider/report";
import { exportJson, held, shownSecret } from "./documents";
import { reportOnState } from "./report-on";

const id = "a11ce000-0000-4000-8000-000000000001";
const account = (status: string, isAdopted = false) =>
  pack({ id, status, held: heldOf({}), isAdopted, forceChange: false });

const STATE = exportJson([
  held(
    "TestUsers",
    "fixture",
    {},
    {
      accounts: {
        a: account("OK"),
        b: account("OK", true),
        "c|": account("PASSWORD_LOCKED_OUT"),
        d: account("MUST_CHANGE_PASSWORD"),
      },
    },
  ),
  held("UserPassword", "pw", { adopt: true }, { status: "OK", verified: true }),
  held("UserPassword", "set", { adopt: true }, { status: "PASSWORD_LOCKED_OUT" }),
  held(
    "UserPassword",
    "changed",
    {},
    {
      status: "OK",
      externallyChanged: true,
      lastChangedAt: "2026-01-01T00:00:00.000Z",
    },
  ),
  held("User", "u", {}, { account: { status: "LOCKED" }, adopted: true }),
  held("PasswordUnlock", "unlock", {}, { remainingLocks: [{ lock: "account" }, { lock: "disabled" }, 1] }),
  { urn: "urn:pulumi:dev::test::random:Password::x", outputs: { status: "OK" } },
]);

describe("the report on a state", () => {
  it("counts users and passwords by status, and those taken over", () => {
    expect(reportOnState(STATE).holders).to.deep.equal([
      {
        type: "TestUsers",
        resource: "fixture",
        users: 4,
        byStatus: { MUST_CHANGE_PASSWORD: 1, OK: 2, PASSWORD_LOCKED_OUT: 1 },
        adopted: 1,
      },
      { type: "UserPassword", resource: "pw", users: 1, byStatus: { OK: 1 }, adopted: 1 },
      { type: "UserPassword", resource: "set", users: 1, byStatus: { PASSWORD_LOCKED_OUT: 1 }, adopted: 0 },
      { type: "UserPassword", resource: "changed", users: 1, byStatus: { OK: 1 }, adopted: 0 },
      { type: "User", resource: "u", users: 1, byStatus: { LOCKED: 1 }, adopted: 1 },
    ]);
  });

  it("tells the locks that were seen, and passwords that others changed", () => {
    const { locks, changedOutside } = reportOnState(STATE);
    expect(locks.map(({ resource, text }) => `${resource}: ${text}`)).to.deep.equal([
      "fixture: 1 with a locked password: c|",
      "set: the password is locked",
      "u: the account is locked",
      "unlock: account lock",
      "unlock: the user is disabled",
    ]);
    expect(changedOutside).to.deep.equal([
      { type: "UserPassword", resource: "changed", text: "changed at 2026-01-01T00:00:00.000Z" },
    ]);
  });

  it("is a page of tables", () => {
    expect(stateMarkdown(reportOnState(STATE)).split("\n")).to.include.members([
      "| fixture | 4 | MUST&#95;CHANGE&#95;PASSWORD 1, OK 2, PASSWORD&#95;LOCKED&#95;OUT 1 | 1 |",
      "| OK | 2 | 1 |",
      "| LOCKED | 1 | 1 |",
      "- **fixture (TestUsers)**: 1 with a locked password: c&#124;",
      "- **changed (UserPassword)**: changed at 2026-01-01T00:00:00.000Z",
    ]);
  });

  it("says that nothing is there", () => {
    expect(stateMarkdown(reportOnState(exportJson([])))).to.contain("No user and no password is in it.");
  });

  it("shows no names of users that are secret", () => {
    const accounts = shownSecret({ planted: account("PASSWORD_LOCKED_OUT") });
    const report = reportOnState(exportJson([held("TestUsers", "fixture", {}, { accounts })]));
    expect(report.holders[0]?.users).to.equal(0);
    expect(report.locks).to.deep.equal([]);
  });

  for (const status of ["[secret]", shownSecret("OK")]) {
    it(`takes a status that is secret for one that is not known: ${JSON.stringify(status)}`, () => {
      const { holders } = reportOnState(exportJson([held("UserPassword", "pw", {}, { status })]));
      expect(holders[0]?.byStatus).to.deep.equal({ UNKNOWN: 1 });
    });
  }
});
