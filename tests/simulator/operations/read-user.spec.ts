import { expect } from "chai";
import { useBench } from "../bench";

describe("readUser", () => {
  const bench = useBench();

  it("answers a user with absolute links", async () => {
    const { simulator } = bench;
    const id = simulator.createUser({ username: "alice", email: "alice@example.com" });
    const { status, body } = await bench.call("GET", `/users/${id}`);
    expect(status).to.equal(200);
    expect(body).to.include({ id, username: "alice", email: "alice@example.com" });
    expect(body).to.have.nested.property(
      "_links.password.href",
      `${simulator.url}/v1/environments/${simulator.environmentId}/users/${id}/password`,
    );
  });

  it("embeds the population when it is expanded", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    const { body } = await bench.call("GET", `/users/${id}?expand=population`);
    expect(body).to.have.deep.nested.include({
      "_embedded.population.name": "Default",
      "_embedded.population.userCount": 1,
    });
  });

  it("shows a password lockout in the account, with the time left", async () => {
    const id = bench.simulator.createUser({ username: "alice", password: "x", locked: true });
    bench.simulator.advance(60_000);
    const { body } = await bench.call("GET", `/users/${id}`);
    expect(body).to.have.deep.nested.include({
      "account.status": "LOCKED",
      "account.canAuthenticate": false,
    });
    expect(body).to.have.nested.property("account.secondsUntilUnlock").within(830, 840);
    expect(body)
      .to.have.nested.property("account.unlockAt")
      .that.matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    expect(body).not.to.have.nested.property("account.lockedAt");
  });

  it("shows a lock of MFA in the account, and failures that led to none not at all", async () => {
    const { simulator } = bench;
    const locked = { password: "x", locked: true, mfa: { locked: true } };
    const lockedReply = await bench.call(
      "GET",
      `/users/${simulator.createUser({ username: "alice", ...locked })}`,
    );
    expect(lockedReply.body)
      .to.have.property("account")
      .that.has.all.keys("canAuthenticate", "status", "lockedAt")
      .and.includes({ canAuthenticate: false, status: "LOCKED" });
    const counted = simulator.createUser({ username: "bob", mfa: { failures: 4 } });
    const { body } = await bench.call("GET", `/users/${counted}`);
    expect(body).to.deep.include({ account: { canAuthenticate: true, status: "OK" } });
  });

  it("says that a disabled user cannot authenticate", async () => {
    const id = bench.simulator.createUser({ username: "alice", enabled: false });
    const { body } = await bench.call("GET", `/users/${id}`);
    expect(body).to.deep.include({ enabled: false, account: { canAuthenticate: false, status: "OK" } });
  });

  for (const id of ["00000000-0000-4000-8000-000000000000", "nobody", "__proto__"]) {
    it(`answers 404 for ${id}`, async () => {
      const { status, body } = await bench.call("GET", `/users/${id}`);
      expect(status).to.equal(404);
      expect(body).to.include({ code: "NOT_FOUND" });
    });
  }
});
