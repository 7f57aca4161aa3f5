import { writeFileSync } from "node:fs";
import { expect } from "chai";
import type { Props } from "../../../provider/lifecycle";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { testUsers } from "../../../provider/lifecycle/test-users";
import { createSession, recordReport } from "../../helpers/session";
import { withFiles } from "../../helpers/with-files";
import { withSimulator } from "../../helpers/with-simulator";
import { declareUsers, password, previewUsers, type Rows, takeCalls, upUsers } from "./up-users";

const VARIABLE = "TEST_USERS_SPEC";

withSimulator("TestUsers check", (simulator) => {
  const files = withFiles();
  afterEach(() => {
    Reflect.deleteProperty(process.env, VARIABLE);
  });
  const reasons = async (rows: Rows, args: Props = {}) => {
    const lifecycle = testUsers(createSession(simulator, { isPreview: () => false }));
    const news = declareUsers(simulator, rows, args);
    const { failures } = await lifecycle.check({}, news, recordReport());
    expect(failures.map(({ property }) => property).join("")).to.equal("");
    return failures.map(({ reason }) => reason).join("\n");
  };

  it("keeps rows, mark and fingerprints, and neither passwords nor defaults", async () => {
    const { inputs, infos } = await previewUsers(
      simulator,
      { alice: { email: "alice@example.com", value: password(1) }, bob: {} },
      { adopt: false, policyCheck: "error", origins: "[]", refreshPasswords: true },
    );
    const { environmentId } = simulator;
    const { fingerprints, ...others } = inputs;
    expect(others).to.deep.equal({
      environmentId,
      users: { alice: { email: "alice@example.com" }, bob: {} },
      owner: "pulumi:project/stack/fixture",
      refreshPasswords: true,
    });
    expect(fingerprints).to.match(/^[\w-]{12}-{12}$/);
    expect(infos).to.deep.equal(["2 users declared, one call each (alice, bob)."]);
  });

  it("finds the same fingerprints again", async () => {
    const rows = { alice: { value: password(1) }, bob: { generate: {} } };
    const [one, two] = [0, 1].map(() => previewUsers(simulator, rows, { exposeValue: true }));
    expect((await one)?.inputs).to.deep.equal((await two)?.inputs);
  });

  it("keeps the mark that users were created with, under another name", async () => {
    const before = await upUsers(simulator, { alice: {} });
    const { inputs, diff } = await previewUsers(
      simulator,
      { alice: {} },
      { owner: "pulumi:project/stack/renamed" },
      { before },
    );
    expect(inputs["owner"]).to.equal(before.inputs["owner"]);
    expect(diff).to.deep.equal({ changes: false, replaces: [] });
  });

  const wrong: readonly (readonly [what: string, rows: Rows, args: Props, reason: string])[] = [
    ["no environment", {}, { environmentId: undefined }, "environmentId is missing"],
    ["users that are none", {}, { users: "alice" }, "users has to be a list or a map of users."],
    ["an input nobody knows", {}, { user: {} }, '"user" is not an input of TestUsers: did you mean users?'],
    ["adopt as a text", {}, { adopt: "yes" }, "adopt has to be true or false"],
    ["a wrong choice", {}, { policyCheck: "no" }, 'policyCheck has to be one of "error"'],
    ["a property nobody knows", { alice: { mail: "a" } }, {}, 'users["alice"].mail: "mail" is no property'],
    ["an address that is none", { alice: { email: "a" } }, {}, 'users["alice"].email: email "a" is not'],
    ["two spellings of a username", { al: {}, AL: {} }, {}, 'username "AL" is there already'],
    [
      "a value that is no text",
      { alice: { value: 5 } },
      {},
      'users["alice"].value: value has to be a text, got',
    ],
    [
      "two passwords",
      { alice: { value: "a", valueFrom: { env: "A" } } },
      {},
      'users["alice"].valueFrom: value and valueFrom each say what the password is',
    ],
    [
      "a variable that is not set",
      { alice: { valueFrom: { env: VARIABLE } } },
      {},
      `users["alice"].valueFrom: valueFrom.env: the environment variable ${VARIABLE} is not set`,
    ],
    [
      "a wrong recipe",
      { alice: { generate: { length: 3 } } },
      { exposeValue: true },
      'users["alice"].generate: generate.length has to be a whole number',
    ],
    ["a recipe for nobody", { alice: { generate: {} } }, {}, "get passwords that nobody would have"],
    [
      "a place that is no file",
      { alice: { generate: {} } },
      { deliverTo: { githubEnv: "A" } },
      "deliverTo has to name a file",
    ],
    [
      "a folder that is not there",
      { alice: { generate: {} } },
      { deliverTo: { file: "/nowhere/at/all.json" } },
      "deliverTo.file: nothing can be written",
    ],
    [
      "a population nobody knows",
      { al: { population: "X" } },
      {},
      'users["al"].population: there is no population "X"',
    ],
    [
      "a password that the policy refuses",
      { alice: { value: "short" } },
      {},
      'users["alice"].value: the password does not satisfy the policy "Standard"',
    ],
    ["what the constructor found", { alice: {} }, { problems: ["users[0]: no"] }, "users:\nusers[0]: no"],
  ];
  for (const [what, rows, args, reason] of wrong) {
    it(`refuses ${what}`, async () => {
      expect(await reasons(rows, args)).to.contain(reason);
      expect(takeCalls(simulator)).not.to.have.any.keys("createUser", "listUsers");
    });
  }

  it("names the place in a file", async () => {
    const origin = { file: "users.csv", line: 7, columns: { username: 1, population: 20, passwordRef: 30 } };
    const origins = JSON.stringify([["alice", origin]]);
    expect(await reasons({ alice: { population: "X" } }, { origins })).to.contain(
      "users.csv:7:20: there is no",
    );
    expect(await reasons({ alice: { valueFrom: { env: VARIABLE } } }, { origins })).to.contain(
      "users.csv:7:30: valueFrom.env: the environment variable",
    );
  });

  it("repeats neither a password nor an address beside one", async () => {
    const found = await reasons({
      alice: { email: "planted-mail", value: "planted" },
      bob: { value: "planted" },
    });
    expect(found).to.contain('users["alice"].email: email is not').and.not.to.contain("planted");
  });

  it("warns of the policy or leaves it out, as asked", async () => {
    const rows = { alice: { value: "short" } };
    const mild = await previewUsers(simulator, rows, { policyCheck: "warn" });
    expect(mild.reasons).to.deep.equal([]);
    expect(mild.warnings.join()).to.contain("does not satisfy the policy");
    takeCalls(simulator);
    const off = await previewUsers(simulator, rows, { policyCheck: "off" });
    expect([off.reasons, off.warnings, takeCalls(simulator)]).to.deep.equal([[], [], { listUsers: 1 }]);
  });

  it("holds each row to the policy of its population", async () => {
    simulator.createPasswordPolicy({ name: "Long", length: { min: 30, max: 255 } });
    simulator.createPopulation({ name: "Staff", passwordPolicy: "Long" });
    const rows = { alice: { value: password(1), population: "Staff" }, bob: { value: password(2) } };
    expect(await reasons(rows))
      .to.contain('users["alice"].value')
      .and.not.to.contain("bob");
  });

  it("holds a password to the policy once, not whenever it runs", async () => {
    const rows = { alice: { value: password(1) }, bob: { value: password(2) } };
    const before = await upUsers(simulator, rows);
    takeCalls(simulator);
    await previewUsers(simulator, { ...rows, carol: {} }, {}, { before });
    expect(takeCalls(simulator)).to.deep.equal({});
    const next = await previewUsers(simulator, { ...rows, bob: { value: "short" } }, {}, { before });
    expect(next.reasons.join()).to.contain("bob").and.not.to.contain("alice");
  });

  it("fails with a token that is refused, and warns where rights or the network are missing", async () => {
    const rows = { alice: { value: password(1) } };
    // The policies, read at the same time, are answered: each new token is tried until it looks hopeless.
    simulator.failNext("listPopulations", { status: 401 }, 4);
    expect(await reasons(rows)).to.contain("does not accept the access token");
    simulator.failNext("listPopulations", { status: 403 });
    const { warnings, reasons: found } = await previewUsers(simulator, rows);
    expect(found).to.deep.equal([]);
    expect(warnings.join()).to.contain("The users are not checked against PingOne, which cannot be read");
  });

  it("checks the rows that are known beside one that is not", async () => {
    const rows = {
      alice: { email: UNKNOWN, value: UNKNOWN },
      bob: { value: "short" },
      carol: { population: UNKNOWN, name: { given: UNKNOWN }, enabled: UNKNOWN, generate: UNKNOWN },
    };
    const found = await reasons(rows, { exposeValue: true });
    expect(found)
      .to.contain('users["bob"].value')
      .and.not.to.match(/alice|carol/);
  });

  it("asks nothing about an environment that is not known yet, and says who is declared", async () => {
    const {
      inputs,
      reasons: found,
      infos,
    } = await previewUsers(simulator, { alice: { value: "short" } }, { environmentId: UNKNOWN });
    expect([inputs["fingerprints"], found]).to.deep.equal([UNKNOWN, []]);
    expect(infos).to.deep.equal(["1 user declared, one call each (alice)."]);
    expect(takeCalls(simulator)).to.deep.equal({});
  });

  it("reads passwords from the environment and from files", async () => {
    process.env[VARIABLE] = password(1);
    writeFileSync(files.path("bob.txt"), `${password(2)}\n`);
    const rows = {
      alice: { valueFrom: { env: VARIABLE } },
      bob: { valueFrom: { file: files.path("bob.txt") } },
    };
    const before = await upUsers(simulator, rows);
    const values = { alice: { value: password(1) }, bob: { value: password(2) } };
    const { diff } = await previewUsers(simulator, values, {}, { before });
    expect(diff?.changes).to.equal(false);
  });
});
