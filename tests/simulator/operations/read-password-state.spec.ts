import { expect } from "chai";
import { textAt, useBench, valueAt } from "../bench";

describe("readPasswordState", () => {
  const bench = useBench();
  const DAY = 24 * 3600 * 1000;
  const read = (userId: string, query = "") => bench.call("GET", `/users/${userId}/password${query}`);

  it("answers the documented shape with absolute links", async () => {
    const { simulator } = bench;
    const userId = simulator.createUser({ username: "alice", password: "Secret-Word.42" });
    const { status, body } = await read(userId);
    const environment = `${simulator.url}/v1/environments/${simulator.environmentId}`;
    const policyId = textAt(body, "passwordPolicy.id");
    const password = { href: `${environment}/users/${userId}/password` };
    expect(status).to.equal(200);
    expect(body).to.deep.equal({
      _links: {
        self: password,
        environment: { href: environment },
        user: { href: `${environment}/users/${userId}` },
        passwordPolicy: { href: `${environment}/passwordPolicies/${policyId}` },
        "password.check": password,
        "password.reset": password,
        "password.set": password,
        "password.recover": password,
      },
      environment: { id: simulator.environmentId },
      user: { id: userId },
      passwordPolicy: { id: policyId },
      status: "OK",
      lastChangedAt: simulator.readUser(userId)?.password.lastChangedAt,
    });
  });

  it("answers NO_PASSWORD without a time for a user who has none", async () => {
    const { body } = await read(bench.simulator.createUser({ username: "alice" }));
    expect(body).to.include({ status: "NO_PASSWORD" });
    expect(body).not.to.have.property("lastChangedAt");
  });

  it("answers EXTERNAL for a user whose password a gateway keeps", async () => {
    const { body } = await read(bench.simulator.createUser({ username: "alice", external: true }));
    expect(body).to.include({ status: "EXTERNAL" });
  });

  it("embeds the policy when it is expanded", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const { body } = await read(userId, "?expand=passwordPolicy");
    expect(valueAt(body, "_embedded.passwordPolicy.name")).to.equal("Standard");
  });

  it("names the policy of the user's population", async () => {
    const { simulator } = bench;
    const policyId = simulator.createPasswordPolicy({ name: "Strict" });
    simulator.createPopulation({ name: "Staff", passwordPolicy: "Strict" });
    const { body } = await read(simulator.createUser({ username: "alice", population: "Staff" }));
    expect(valueAt(body, "passwordPolicy.id")).to.equal(policyId);
  });

  it("turns to PASSWORD_EXPIRED when the password is older than maxAgeDays", async () => {
    const { simulator } = bench;
    const userId = simulator.createUser({ username: "alice", password: "Secret-Word.42" });
    simulator.advance(182 * DAY - 60_000);
    expect((await readFresh(userId)).body).to.include({ status: "OK" });
    simulator.advance(120_000);
    expect((await readFresh(userId)).body).to.include({ status: "PASSWORD_EXPIRED" });
  });

  it("warns of the expiry when less than 21 days are left, until then", async () => {
    const { simulator } = bench;
    const userId = simulator.createUser({ username: "alice", password: "Secret-Word.42", forceChange: true });
    const expiresAt = Date.parse(simulator.readUser(userId)?.password.lastChangedAt ?? "") + 182 * DAY;
    const warning = async () => valueAt((await readFresh(userId)).body, "expiryWarning");
    simulator.advance(161 * DAY - 60_000);
    expect(await warning()).to.equal(undefined);
    simulator.advance(120_000);
    expect(await warning()).to.deep.equal({ expiresAt: new Date(expiresAt).toISOString() });
    simulator.advance(21 * DAY);
    expect(await warning()).to.equal(undefined);
  });

  it("prefers the lockout to a forced change, and that to the age", async () => {
    const { simulator } = bench;
    const policy = { name: "Slow", lockout: { failureCount: 3 }, maxAgeDays: 30 };
    simulator.createPasswordPolicy({ ...policy, default: true });
    const locked = { username: "alice", password: "x", locked: true, forceChange: true };
    const alice = simulator.createUser(locked);
    const bob = simulator.createUser({ username: "bob", password: "x", forceChange: true });
    simulator.advance(31 * DAY);
    expect((await readFresh(alice)).body).to.include({ status: "PASSWORD_LOCKED_OUT" });
    expect((await readFresh(bob)).body).to.include({ status: "MUST_CHANGE_PASSWORD" });
  });

  it("warns of the checks left once one has failed, and no more after a right one or a lockout", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
    const check = (password: string) =>
      bench.call("POST", `/users/${userId}/password`, {
        type: "application/vnd.pingidentity.password.check+json",
        body: { password },
      });
    const warning = async () => valueAt((await read(userId)).body, "failedCheckWarning");
    expect(await warning()).to.equal(undefined);
    await check("wrong 1");
    await check("wrong 2");
    expect(await warning()).to.deep.equal({ failuresRemaining: 3 });
    await check("Secret-Word.42");
    expect(await warning()).to.equal(undefined);
    for (const wrong of ["1", "2", "3", "4", "5"]) await check(wrong);
    expect((await read(userId)).body).to.include({ status: "PASSWORD_LOCKED_OUT" });
    expect(await warning()).to.equal(undefined);
  });

  it("answers 404 for an unknown user", async () => {
    const { status, body } = await read("00000000-0000-4000-8000-000000000000");
    expect(status).to.equal(404);
    expect(body).to.include({ code: "NOT_FOUND" });
  });

  /** With a token of the moment: those from before the clock was moved have expired. */
  async function readFresh(userId: string) {
    const token = textAt((await bench.requestToken()).body, "access_token");
    return bench.call("GET", `/users/${userId}/password`, { token });
  }
});
