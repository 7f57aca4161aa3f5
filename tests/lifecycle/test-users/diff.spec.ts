import { expect } from "chai";
import type { Props } from "../../../provider/lifecycle";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { withSimulator } from "../../helpers/with-simulator";
import { password, previewUsers, type Rows, type StoredUsers, takeCalls, upUsers } from "./up-users";

const ANOTHER =
  "To set another, give value, valueFrom or generate; to take it away if nothing declares it, call setPasswordValue without a value in a script (pulumi-pingone-password/client).";

withSimulator("TestUsers diff", (simulator) => {
  const rows = {
    alice: { email: "alice@example.com", value: password(1) },
    bob: { email: "bob@example.com", value: password(2) },
    carol: { generate: {} },
    dave: {},
  };
  const shown = { exposeValue: true };
  let before: StoredUsers;
  beforeEach(async () => {
    before = await upUsers(simulator, rows, shown);
    takeCalls(simulator);
  });
  const preview = async (declared: Rows, args: Props = {}) => {
    const { diff, infos, warnings, reasons } = await previewUsers(
      simulator,
      declared,
      { ...shown, ...args },
      { before },
    );
    expect(reasons).to.deep.equal([]);
    return { ...diff, said: [...infos, ...warnings] };
  };
  const nothing = { changes: false, replaces: [], said: [] };

  it("finds no change where there is none, without a call", async () => {
    expect(await preview(rows)).to.deep.equal(nothing);
    expect(takeCalls(simulator)).to.deep.equal({});
  });

  it("says in words how many are added, changed, removed and rotated, and names the first few", async () => {
    const { dave: _dave, ...others } = rows;
    const more = Object.fromEntries(["p", "q", "r", "s"].map((name) => [name, {}]));
    const { changes, said } = await preview({
      ...others,
      alice: { ...rows.alice, email: "new@example.com" },
      bob: { ...rows.bob, value: password(3) },
      ...more,
    });
    expect(changes).to.equal(true);
    expect(said).to.include(
      "7 users declared: 4 added (p, q, r and 1 more); 1 changed (alice); 1 with another password (bob); 1 removed (dave).",
    );
  });

  it("shows another recipe and version as another password, and says where it goes", async () => {
    const { said } = await preview({ ...rows, carol: { generate: {}, valueVersion: 2 } });
    expect(said).to.deep.equal([
      "Passwords are generated for 1 user (carol), for the state, encrypted.",
      "4 users declared: 1 with another password (carol).",
    ]);
    expect(await preview({ ...rows, carol: { generate: { length: 30 } } })).to.include({ changes: true });
  });

  it("takes another case of a username for the same user", async () => {
    const { alice, ...others } = rows;
    const { said } = await preview({ ALICE: alice, ...others });
    expect(said).to.deep.equal(["4 users declared: 1 changed (ALICE)."]);
  });

  it("replaces in another environment alone", async () => {
    const environmentId = simulator.createEnvironment();
    expect(await preview(rows, { environmentId })).to.deep.include({ replaces: ["environmentId"] });
  });

  const quiet: readonly (readonly [what: string, declared: Rows, args: Props])[] = [
    ["rows in another order", Object.fromEntries(Object.entries(rows).reverse()), {}],
    ["defaults that are said", rows, { adopt: false, refreshPasswords: false, policyCheck: "error" }],
    ["the permission to adopt", rows, { adopt: true }],
    ["another check of the policy", rows, { policyCheck: "warn" }],
    ["passwords that are ignored", rows, { passwords: undefined }],
  ];
  for (const [what, declared, args] of quiet) {
    it(`finds no change in ${what}`, async () => {
      expect(await preview(declared, args)).to.deep.equal(nothing);
    });
  }

  const kept = (who: string) => `The ${who} in force. ${ANOTHER}`;
  const losses: readonly (readonly [what: string, declared: Rows, args: Props, said: string])[] = [
    [
      "a value that is no longer declared",
      { ...rows, bob: { email: "bob@example.com" } },
      {},
      kept(
        "password of 1 user (bob) is no longer declared by the row: unless a UserPassword declares it, the old one stays",
      ),
    ],
    [
      "values and a recipe that are no longer declared",
      {
        alice: { email: "alice@example.com" },
        bob: { email: "bob@example.com", value: null },
        carol: {},
        dave: {},
      },
      {},
      kept(
        "passwords of 3 users (alice, bob, carol) are no longer declared by their rows: unless a UserPassword declares them, the old ones stay",
      ),
    ],
    [
      "one password that is ignored",
      rows,
      { passwords: { bob: password(2) } },
      kept(
        "password of 1 user (alice) is no longer declared by the row: unless a UserPassword declares it, the old one stays",
      ),
    ],
  ];
  for (const [what, declared, args, said] of losses) {
    it(`says of ${what} that the old password stays, once`, async () => {
      expect((await preview(declared, args)).said).to.include(said);
      await upUsers(simulator, declared, { ...shown, ...args }, { before });
      // Where nothing changes the engine keeps the outputs, and records the inputs all the same.
      const { inputs } = await previewUsers(simulator, declared, { ...shown, ...args }, { before });
      before = { ...before, inputs };
      expect(takeCalls(simulator)).not.to.have.any.keys("setPassword", "setPasswordValue");
      expect(await preview(declared, args)).to.deep.equal(nothing);
    });
  }

  it("sets nothing again when a declaration comes back", async () => {
    const without = await upUsers(simulator, { ...rows, bob: { email: "bob@example.com" } }, shown, {
      before,
    });
    before = without;
    expect(await preview(rows)).to.deep.equal(nothing);
    before = await upUsers(simulator, { ...rows, bob: { email: "b@example.com" } }, shown, { before });
    expect(await preview({ ...rows, bob: { ...rows.bob, email: "b@example.com" } })).to.deep.equal(nothing);
  });

  it("keeps users who are ignored, while their passwords may change", async () => {
    const { users } = before.inputs as { readonly users: Rows };
    const { said } = await preview(
      { alice: { email: "other@example.com", value: password(4) }, zoe: { value: password(5) } },
      { users },
    );
    expect(said).to.deep.equal([
      "4 users declared: 1 with another password (alice).",
      kept(
        "password of 1 user (bob) is no longer declared by the row: unless a UserPassword declares it, the old one stays",
      ),
    ]);
  });

  describe("with values that are not known yet", () => {
    it("shows one password as open, and the rest as it is", async () => {
      const { changes, said } = await preview({
        ...rows,
        alice: { ...rows.alice, email: "new@example.com" },
        bob: { ...rows.bob, value: UNKNOWN },
      });
      expect(changes).to.equal(true);
      expect(said).to.deep.equal(["4 users declared: some passwords are not known yet; 1 changed (alice)."]);
    });

    it("shows a row with such a value as open", async () => {
      const { changes, said } = await preview({ ...rows, alice: { ...rows.alice, email: UNKNOWN } });
      expect(changes).to.equal(true);
      expect(said).to.deep.equal(["4 users declared: 1 with values that are not known yet."]);
    });

    it("finds no change in an environment that is not known yet", async () => {
      expect(await preview(rows, { environmentId: UNKNOWN })).to.deep.equal(nothing);
    });

    it("still finds what is known beside it", async () => {
      const { dave: _dave, ...others } = rows;
      const { said } = await preview(others, { environmentId: UNKNOWN });
      expect(said).to.deep.equal(["3 users declared: 1 removed (dave)."]);
    });

    it("finds no change in options", async () => {
      const open = { exposeValue: UNKNOWN, refreshPasswords: UNKNOWN, adopt: UNKNOWN, policyCheck: UNKNOWN };
      expect(await preview(rows, open)).to.deep.equal(nothing);
    });

    it("makes all fingerprints unknown, so that a plan may be kept", async () => {
      const { inputs } = await previewUsers(simulator, { ...rows, bob: { value: UNKNOWN } }, shown, {
        before,
      });
      expect(inputs["fingerprints"]).to.equal(UNKNOWN);
    });
  });

  it("leaves populations out where they cannot be read", async () => {
    simulator.createPopulation({ name: "Staff" });
    simulator.failNext("listPopulations", { status: 403 }, 2);
    const { changes, said } = await preview({ ...rows, dave: { population: "Staff" } });
    expect(changes).to.equal(true);
    expect(said.join("\n"))
      .to.contain(
        "The users are not checked against PingOne, which cannot be read: listPopulations failed: 403",
      )
      .and.to.contain("Whether populations change is not known: listPopulations failed: 403");
  });
});
