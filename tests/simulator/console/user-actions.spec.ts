import { expect } from "chai";
import type { SeedUser } from "../../../simulator";
import { type Reply, send, textAt, useBench, valueAt } from "../bench";

describe("USER_ACTIONS", () => {
  const bench = useBench();
  const add = (user: Partial<SeedUser> = {}) =>
    bench.simulator.createUser({ username: "alice", password: "Secret-Word.42", ...user });
  const act = (userId: string, action: string): Promise<Reply> =>
    send(`${bench.simulator.url}/simulator/users/${userId}/${action}`, { method: "POST" });
  const said = async (userId: string, action: string) => textAt((await act(userId, action)).body, "message");
  const wireStatus = async (userId: string) =>
    textAt((await bench.password(userId, "GET", "")).body, "status");
  const types = async () => {
    const { body } = await send(`${bench.simulator.url}/simulator/activities`, {});
    const activities = valueAt(body, "activities") as readonly { type: string; actor?: string }[];
    return activities.map(({ type, actor }) => (actor === undefined ? type : `${type} by ${actor}`));
  };

  describe("lockPassword", () => {
    it("leaves what the last wrong check allowed leaves", async () => {
      const byConsole = add();
      const byChecks = add({ username: "bob" });
      const reply = await act(byConsole, "lockPassword");
      expect(reply.status).to.equal(200);
      for (let index = 0; index < 5; index += 1) {
        await bench.password(byChecks, "POST", "check+json", { password: `wrong-${index}` });
      }
      const [one, other] = [byConsole, byChecks].map((id) => bench.simulator.readUser(id));
      expect(one?.password.status).to.equal("PASSWORD_LOCKED_OUT");
      for (const field of ["status", "failureCount"] as const) {
        expect(one?.password[field], field).to.equal(other?.password[field]);
      }
      expect(await wireStatus(byConsole)).to.equal("PASSWORD_LOCKED_OUT");
      expect((await types())[0]).to.equal("USER.LOCKED");
      expect(textAt(reply.body, "message")).to.match(
        /^The password of alice is locked out, until \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\.$/,
      );
      bench.simulator.advance(900_001);
      expect(await wireStatus(byConsole)).to.equal("OK");
    });

    it("leaves a lockout as it is, and says so", async () => {
      const userId = add();
      const first = await act(userId, "lockPassword");
      bench.simulator.advance(60_000);
      const second = await act(userId, "lockPassword");
      expect(textAt(second.body, "message")).to.contain("was locked out already");
      const until = "user.password.lockedUntil";
      expect(textAt(second.body, until)).to.equal(textAt(first.body, until));
    });

    it("lasts until somebody unlocks where the policy has no duration", async () => {
      bench.simulator.createPasswordPolicy({ name: "Hard", lockout: { failureCount: 3 } });
      const population = bench.simulator.createPopulation({ name: "Staff", passwordPolicy: "Hard" });
      const userId = add({ population });
      expect(await said(userId, "lockPassword")).to.equal(
        "The password of alice is locked out, until an administrator unlocks it.",
      );
    });

    it("is refused without a password, and for one that a gateway keeps", async () => {
      for (const [user, reason] of [
        [{ username: "bare", password: undefined }, "does not have a password"],
        [{ username: "far", password: undefined, external: true }, "external gateway"],
      ] as const) {
        const { password: _none, ...seed } = user;
        const userId = bench.simulator.createUser(seed);
        for (const action of ["lockPassword", "expirePassword", "forceChange"]) {
          const { status, body } = await act(userId, action);
          expect(status, action).to.equal(400);
          expect(textAt(body, "details.0.message"), action).to.contain(reason);
        }
      }
    });
  });

  it("unlockPassword ends a lockout as PingOne's operation does", async () => {
    const userId = add({ locked: true });
    expect(await said(userId, "unlockPassword")).to.equal(
      "The password of alice is unlocked; its status is OK.",
    );
    expect(await wireStatus(userId)).to.equal("OK");
    expect(await types()).to.deep.equal([
      "PASSWORD.UNLOCKED by Simulator console",
      "USER.UNLOCKED by Simulator console",
    ]);
    expect(await said(userId, "unlockPassword")).to.contain("was not locked out; its status is OK.");
  });

  it("lockAccount and unlockAccount leave the password's lockout", async () => {
    const userId = add({ locked: true });
    expect(await said(userId, "lockAccount")).to.equal("The account of alice is locked.");
    expect(await said(userId, "lockAccount")).to.equal("The account of alice was locked already.");
    const { body } = await act(userId, "unlockAccount");
    expect(textAt(body, "message")).to.equal(
      "The account of alice is unlocked. The user is still locked, by: password.",
    );
    expect(valueAt(body, "user.account")).to.deep.equal({
      status: "LOCKED",
      canAuthenticate: false,
      lockedBy: ["password"],
    });
    expect(await said(userId, "unlockAccount")).to.contain("was not locked by an administrator.");
  });

  it("expirePassword makes the status PASSWORD_EXPIRED on the wire, whatever hid it", async () => {
    const userId = add({ forceChange: true, locked: true });
    expect(await said(userId, "expirePassword")).to.equal(
      "The password of alice has expired; its status is PASSWORD_EXPIRED. The lockout ended with that.",
    );
    expect(await wireStatus(userId)).to.equal("PASSWORD_EXPIRED");
    expect(bench.simulator.verifyPassword(userId, "Secret-Word.42")).to.equal(true);
    const before = bench.simulator.readUser(userId)?.password.lastChangedAt;
    await act(userId, "expirePassword");
    expect(bench.simulator.readUser(userId)?.password.lastChangedAt).to.equal(before);
    await bench.password(userId, "PUT", "set+json", { value: "Other-Word.98" });
    expect(await wireStatus(userId)).to.equal("OK");
  });

  it("expirePassword is refused where the policy lets no password expire", async () => {
    const population = bench.simulator.createPopulation({ name: "Staff", passwordPolicy: "Basic" });
    const { status, body } = await act(add({ population }), "expirePassword");
    expect(status).to.equal(400);
    expect(textAt(body, "details.0.message")).to.contain("The password policy Basic has no maxAgeDays");
  });

  it("forceChange asks for another password, and says when a lockout ended with it", async () => {
    const userId = add();
    expect(await said(userId, "forceChange")).to.equal(
      "alice has to change the password at the next sign-on; its status is MUST_CHANGE_PASSWORD.",
    );
    expect(await wireStatus(userId)).to.equal("MUST_CHANGE_PASSWORD");
    await act(userId, "lockPassword");
    expect(await said(userId, "forceChange")).to.contain("The lockout ended with that.");
  });
});
