import { expect } from "chai";
import { testUsers } from "../../../provider/lifecycle/test-users";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { userPassword } from "../../../provider/lifecycle/user-password";
import { createSession, recordReport } from "../../helpers/session";
import { withSimulator } from "../../helpers/with-simulator";
import { declareUsers, idOf, password, type Rows, type StoredUsers, upUsers } from "./up-users";

withSimulator("a password that moves from a row to a UserPassword", (simulator) => {
  const rows = { alice: { value: password(1) }, zoe: { value: password(2) } };
  let before: StoredUsers;
  beforeEach(async () => {
    before = await upUsers(simulator, rows);
  });

  /** What the checks of one run say of the rows, in the order in which they are made. */
  async function warnings(
    without: readonly string[],
    order: readonly ("row" | "UserPassword")[],
    userId: string,
  ) {
    const session = createSession(simulator);
    const report = recordReport();
    for (const one of order) {
      if (one === "row") {
        const declared = Object.entries(rows).map(
          ([name, row]) => [name, without.includes(name) ? {} : row] as const,
        );
        const news = declareUsers(simulator, Object.fromEntries<Rows[string]>(declared));
        const { failures } = await testUsers(session).check(before.inputs, news, report);
        expect(failures).to.deep.equal([]);
      } else {
        const { environmentId } = simulator;
        const news = { environmentId, userId, value: password(3), fingerprint: "" };
        const { failures } = await userPassword(session).check({}, news, recordReport());
        expect(failures).to.deep.equal([]);
      }
    }
    return report.warnings;
  }

  it("is not spoken of where the UserPassword is known", async () => {
    expect(await warnings(["zoe"], ["UserPassword", "row"], idOf(before, "zoe"))).to.deep.equal([]);
  });

  it("leaves what is said of the other rows", async () => {
    const [said, ...others] = await warnings(["alice", "zoe"], ["UserPassword", "row"], idOf(before, "zoe"));
    expect(others).to.deep.equal([]);
    expect(said).to.contain("The password of 1 user (alice) is no longer declared by the row");
  });

  const open: readonly (readonly [
    what: string,
    order: readonly ("row" | "UserPassword")[],
    isKnown: boolean,
  ])[] = [
    ["is checked later", ["row", "UserPassword"], true],
    ["does not know its user yet", ["UserPassword", "row"], false],
  ];
  for (const [what, order, isKnown] of open) {
    it(`is not said to stay, or to be for taking away, where the UserPassword ${what}`, async () => {
      const [said, ...others] = await warnings(["zoe"], order, isKnown ? idOf(before, "zoe") : UNKNOWN);
      expect(others).to.deep.equal([]);
      expect(said)
        .to.contain(
          "(zoe) is no longer declared by the row: unless a UserPassword declares it, the old one stays",
        )
        .and.to.contain("to take it away if nothing declares it, call setPasswordValue");
    });
  }

  it("is spoken of where the users cannot be listed", async () => {
    const session = createSession(simulator);
    session.livingUsers.declare(`${simulator.environmentId}/${idOf(before, "zoe")}`, "a UserPassword");
    simulator.failNext("listUsers", { status: 403 });
    const report = recordReport();
    const news = declareUsers(simulator, { ...rows, zoe: {} });
    const { failures } = await testUsers(session).check(before.inputs, news, report);
    expect(failures).to.deep.equal([]);
    expect(report.warnings).to.have.length(1);
  });
});
