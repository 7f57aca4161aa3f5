import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { inspect } from "node:util";
import { expect } from "chai";
import { PingOneError, PingOneNetworkError } from "../../../provider/errors";
import type { Send } from "../../../provider/transport";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { withFiles } from "../../helpers/with-files";
import { addUser, withSimulator } from "../../helpers/with-simulator";
import { breakAfter } from "../user-password/break-after";
import { failUsers, idOf, password, type Rows, takeCalls, upUsers, usersAt } from "./up-users";

const NO = { status: 400, body: { id: "1", code: "INVALID_DATA", message: "no" } };

withSimulator("TestUsers with generated passwords", (simulator) => {
  const files = withFiles();
  const path = () => files.path("passwords.json");
  const deliverTo = () => ({ deliverTo: { file: path() } });
  const read = () => JSON.parse(readFileSync(path(), "utf8")) as Record<string, string>;
  const fits = (id: string, username: string) => simulator.verifyPassword(id, read()[username] ?? "");
  const rows: Rows = { alice: { generate: {} }, bob: { generate: { length: 30 } }, carol: {} };

  it("writes them to the file, which its owner alone can read", async () => {
    const stored = await upUsers(simulator, rows, deliverTo());
    expect(Object.keys(read())).to.deep.equal(["alice", "bob"]);
    expect(read()["bob"]).to.have.length(30);
    expect(statSync(path()).mode & 0o777).to.equal(0o600);
    expect(["alice", "bob"].filter((name) => !fits(idOf(stored, name), name))).to.deep.equal([]);
    expect(stored.outs).not.to.have.property("values");
  });

  it("has them in the file before it sets them", async () => {
    let found: unknown;
    const before = await upUsers(simulator, rows, deliverTo());
    const old = read();
    simulator.setLatency(50);
    const running = upUsers(simulator, { ...rows, alice: { generate: {}, valueVersion: 2 } }, deliverTo(), {
      before,
    });
    while (simulator.ledger.entries.every(({ operation }) => operation !== "setPassword")) {
      found = read();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await running;
    expect(found).to.deep.equal(read());
    expect(read()).to.include({ bob: old["bob"] }).and.not.to.include({ alice: old["alice"] });
  });

  it("keeps those of users whose password stays, and makes only those anew that are due", async () => {
    const before = await upUsers(simulator, rows, deliverTo());
    const old = read();
    const next = { ...rows, bob: { generate: {}, valueVersion: 2 }, dave: { generate: {} } };
    const stored = await upUsers(simulator, next, deliverTo(), { before });
    expect(Object.keys(read())).to.have.members(["alice", "bob", "dave"]);
    expect(read()["alice"]).to.equal(old["alice"]);
    expect(read()["bob"]).not.to.equal(old["bob"]);
    expect(["alice", "bob", "dave"].filter((name) => !fits(idOf(stored, name), name))).to.deep.equal([]);
  });

  it("puts back those that PingOne refuses, and keeps none of users who are not there", async () => {
    const before = await upUsers(simulator, rows, deliverTo());
    const old = read();
    simulator.failNext("setPassword", NO);
    simulator.failNext("createUser", NO);
    const next = { ...rows, bob: { generate: {} }, dave: { generate: {} } };
    const { stored } = await failUsers(simulator, next, deliverTo(), { before });
    expect(read()).to.deep.equal(old);
    await upUsers(simulator, next, deliverTo(), { before: stored });
    expect(fits(idOf(before, "bob"), "bob")).to.equal(true);
  });

  it("keeps those of which it is not known whether they were set", async () => {
    const before = await upUsers(simulator, rows, deliverTo());
    const lost = new PingOneNetworkError("lost", true);
    const send = breakAfter(transportTo(simulator), { setPassword: lost, readPasswordState: lost });
    const next = { ...rows, alice: { generate: {}, email: "a@example.com" }, bob: { generate: {} } };
    const { message, stored } = await failUsers(simulator, next, deliverTo(), { before, send });
    expect(message).to.contain("the next run makes and sets another one");
    expect(fits(idOf(before, "bob"), "bob")).to.equal(true);
    await upUsers(simulator, next, deliverTo(), { before: stored });
    expect(fits(idOf(before, "bob"), "bob")).to.equal(true);
  });

  it("keeps one of a user of whom it cannot be found out whether it was created", async () => {
    simulator.failNext("createUser", { drop: "after" });
    simulator.failNext("listUsers", { status: 200, body: { _embedded: { users: [] } } });
    simulator.failNext("listUsers", { status: 403 });
    await refusalOf(PingOneError, upUsers(simulator, { alice: { generate: {} } }, deliverTo()));
    expect(Object.keys(read())).to.deep.equal(["alice"]);
  });

  it("recognises one behind an answer that was lost", async () => {
    simulator.failNext("createUser", { drop: "after" });
    const stored = await upUsers(simulator, { alice: { generate: {} } }, deliverTo());
    expect(fits(idOf(stored, "alice"), "alice")).to.equal(true);
  });

  it("takes out who is removed, and who has a declared password now", async () => {
    const before = await upUsers(simulator, rows, deliverTo());
    await upUsers(simulator, { bob: { value: password(1) } }, deliverTo(), { before });
    expect(read()).to.deep.equal({});
  });

  it("keeps that of a user who is left as he was found", async () => {
    addUser(simulator, { username: "zoe" });
    const adopting = { ...deliverTo(), adopt: true };
    const before = await upUsers(simulator, { ...rows, zoe: { generate: {} } }, adopting);
    await upUsers(simulator, rows, adopting, { before });
    expect(read()).to.have.all.keys("alice", "bob", "zoe");
  });

  it("moves that of a user who is spelled otherwise", async () => {
    const before = await upUsers(simulator, rows, deliverTo());
    const old = read();
    takeCalls(simulator);
    const { alice = {}, ...others } = rows;
    await upUsers(simulator, { ...others, ALICE: alice }, deliverTo(), { before });
    expect(takeCalls(simulator)).to.deep.equal({ updateUser: 1 });
    expect(read()).to.deep.equal({ bob: old["bob"], ALICE: old["alice"] });
  });

  const strange = ["alice,secret", '["a"]', '{"alice": 5}', "", Buffer.from('{"z\xF6e":"secret"}', "latin1")];
  for (const content of strange) {
    it(`leaves a file alone that holds ${inspect(String(content))}, before any call`, async () => {
      writeFileSync(path(), content);
      const error = await refusalOf(PingOneError, upUsers(simulator, rows, deliverTo()));
      expect(error.message)
        .to.contain("holds something else than passwords by username (JSON)")
        .and.not.to.contain("secret");
      expect(readFileSync(path()).equals(Buffer.from(content))).to.equal(true);
      expect(takeCalls(simulator)).not.to.have.any.keys("createUser");
    });
  }

  it("says that a file that is lost does not come back", async () => {
    const before = await upUsers(simulator, rows, deliverTo());
    rmSync(path());
    const report = recordReport();
    await upUsers(simulator, { ...rows, dave: { generate: {} } }, deliverTo(), { before, report });
    expect(Object.keys(read())).to.deep.equal(["dave"]);
    expect(report.warnings.join()).to.contain("not those of 2 users from earlier runs. Another valueVersion");
  });

  it("has those before again where an earlier step of the user is lost", async () => {
    const before = await upUsers(simulator, rows, deliverTo());
    const old = read();
    const send = breakAfter(transportTo(simulator), { updateUser: new PingOneNetworkError("lost", true) });
    const next = { ...rows, bob: { generate: {}, valueVersion: 2, email: "b@example.com" } };
    const { stored } = await failUsers(simulator, next, deliverTo(), { before, send });
    expect(read()).to.deep.equal(old);
    expect(fits(idOf(before, "bob"), "bob")).to.equal(true);
    await upUsers(simulator, next, deliverTo(), { before: stored });
    expect(fits(idOf(before, "bob"), "bob")).to.equal(true);
    expect(read()["bob"]).not.to.equal(old["bob"]);
  });

  it("needs no file while nothing is generated", async () => {
    const before = await upUsers(simulator, rows, deliverTo());
    rmSync(path());
    const { alice = {}, bob = {} } = rows;
    await upUsers(simulator, { alice, bob, dave: {} }, deliverTo(), { before });
    expect(existsSync(path())).to.equal(false);
  });

  it("keeps what PingOne took when the file cannot be written afterwards", async () => {
    const before = await upUsers(simulator, rows, deliverTo());
    const toSimulator = transportTo(simulator);
    // A folder in its place stops everybody, root too.
    const send: Send = (operation, params) => {
      if (operation.name === "deleteUser" && statSync(path()).isFile()) {
        rmSync(path());
        mkdirSync(path());
      }
      return toSimulator(operation, params);
    };
    const { message, stored } = await failUsers(simulator, { bob: rows["bob"] ?? {} }, deliverTo(), {
      before,
      send,
    });
    expect(message).to.contain(`the generated passwords could not be written to "${path()}"`);
    expect(Object.keys(stored.outs.accounts)).to.deep.equal(["bob"]);
    expect((await usersAt(simulator)).map(({ username }) => username)).to.deep.equal(["bob"]);
  });

  describe("that are exposed", () => {
    const shown = { exposeValue: true };

    it("keeps them in the state, and those of others as they are", async () => {
      const before = await upUsers(simulator, rows, shown);
      const { alice = "", bob = "" } = before.outs.values ?? {};
      expect(simulator.verifyPassword(idOf(before, "alice"), alice)).to.equal(true);
      const next = { ...rows, alice: { generate: {}, valueVersion: 2 } };
      const { outs } = await upUsers(simulator, next, shown, { before });
      expect(outs.values).to.include({ bob }).and.not.to.include({ alice });
      expect(simulator.verifyPassword(idOf(before, "alice"), outs.values?.["alice"] ?? "")).to.equal(true);
    });

    it("keeps those before that PingOne refuses to replace", async () => {
      const before = await upUsers(simulator, rows, shown);
      simulator.failNext("setPassword", NO);
      const { stored } = await failUsers(simulator, { ...rows, bob: { generate: {} } }, shown, { before });
      expect(stored.outs).to.deep.equal(before.outs);
    });

    it("moves them to the file when they are not to be exposed any more", async () => {
      const before = await upUsers(simulator, rows, shown);
      takeCalls(simulator);
      const report = recordReport();
      const { outs } = await upUsers(simulator, rows, deliverTo(), { before, report });
      expect(read()).to.deep.equal(before.outs.values);
      expect(outs).not.to.have.property("values");
      expect(takeCalls(simulator)).to.deep.equal({});
      expect(report.infos.join()).to.contain("The generated passwords moved from the state to the file");
    });

    it("forgets those of users who are removed or have a declared one", async () => {
      const before = await upUsers(simulator, rows, shown);
      const { outs } = await upUsers(simulator, { bob: { value: password(1) } }, shown, { before });
      expect(outs.values).to.deep.equal({});
    });
  });
});
