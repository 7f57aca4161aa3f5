import { expect } from "chai";
import type { SeedUser } from "../../../simulator";
import { useBench } from "../bench";

describe("sendRecoveryCode", () => {
  const bench = useBench();
  const alice = { username: "alice", email: "alice@example.com", password: "Secret-Word.42" };
  const create = (user: Partial<SeedUser> = {}) => bench.simulator.createUser({ ...alice, ...user });
  const send = (id: string, type = "sendRecoveryCode") => bench.password(id, "POST", type);

  for (const type of ["sendRecoveryCode", "sendRecoveryCode+json"]) {
    it(`mails a code and answers the state, as ${type}`, async () => {
      const id = create();
      const { status, body } = await send(id, type);
      expect(status).to.equal(200);
      expect(body).to.deep.include({ status: "OK", user: { id } });
      const mails = bench.simulator.mail.list();
      expect(mails).to.have.length(1);
      expect(mails[0]).to.include({
        type: "recoveryCode",
        to: "alice@example.com",
        username: "alice",
        userId: id,
        environmentId: bench.simulator.environmentId,
      });
      expect(mails[0]?.code).to.match(/^[A-Z0-9]{8}$/);
      expect(mails[0]?.text).to.contain(mails[0]?.code);
      expect(Number(mails[0]?.expiresAt) - Number(mails[0]?.at)).to.equal(300_000);
    });
  }

  it("answers nothing of the code", async () => {
    const id = create();
    const { body } = await send(id);
    expect(JSON.stringify(body)).not.to.contain(bench.simulator.mail.list(id)[0]?.code);
  });

  for (const [state, user] of [
    ["a password that must be changed", { forceChange: true }],
    ["a locked account", { accountLocked: true }],
    ["MFA locked", { mfa: { locked: true } }],
  ] as const) {
    it(`also mails one to a user with ${state}`, async () => {
      const id = create(user);
      expect((await send(id)).status).to.equal(200);
      expect(bench.simulator.mail.list(id)).to.have.length(1);
    });
  }

  const { username, email } = alice;
  const refused: readonly (readonly [string, SeedUser, string])[] = [
    ["who is disabled", { ...alice, enabled: false }, "ACCOUNT_NOT_USABLE"],
    ["without a password", { username, email }, "NO_PASSWORD"],
    ["whose password is locked out", { ...alice, locked: true }, "PASSWORD_LOCKED_OUT"],
    ["whose password a gateway keeps", { username, email, external: true }, "CONSTRAINT_VIOLATION"],
    ["without an address", { username, password: alice.password }, "CONSTRAINT_VIOLATION"],
  ];
  for (const [who, user, code] of refused) {
    it(`refuses a user ${who}: ${code}`, async () => {
      const id = bench.simulator.createUser(user);
      const { status, body } = await send(id);
      expect(status).to.equal(400);
      expect(body).to.include({ code: "REQUEST_FAILED" });
      expect(body).to.have.nested.property("details[0].code", code);
      expect(bench.simulator.mail.list()).to.deep.equal([]);
    });
  }

  it("says how long a lockout lasts", async () => {
    const { body } = await send(create({ locked: true }));
    expect(body).to.have.nested.property("details[0].innerError.secondsUntilUnlock").within(890, 900);
  });

  it("mails one again once the lockout is over", async () => {
    const id = create({ locked: true });
    bench.simulator.advance(900_000);
    expect((await send(id)).status).to.equal(200);
  });

  it("answers 429 after fifty mails to a user in a day, others still get theirs", async () => {
    const id = create();
    for (let mail = 1; mail <= 50; mail += 1) await send(id);
    const { status, headers, body } = await send(id);
    expect(status).to.equal(429);
    expect(Number(headers.get("retry-after"))).to.be.within(1, 86_400);
    expect(body).to.deep.nested.include({ code: "REQUEST_LIMITED", "details[0].code": "QUOTA_EXCEEDED" });
    expect(body).to.have.nested.property("details[0].innerError.quotaLimit", 50);
    expect(bench.simulator.mail.list(id)).to.have.length(50);
    expect((await send(create({ username: "bob" }))).status).to.equal(200);
    bench.simulator.advance(86_400_000);
  });

  it("mails nothing when a fault answers instead, and all the same when the connection drops after", async () => {
    const id = create();
    bench.simulator.failNext("sendRecoveryCode", { status: 503 });
    expect((await send(id)).status).to.equal(503);
    expect(bench.simulator.mail.list()).to.deep.equal([]);
    bench.simulator.failNext("sendRecoveryCode", { drop: "after" });
    expect(await send(id).catch(() => "dropped")).to.equal("dropped");
    expect(bench.simulator.mail.list()).to.have.length(1);
  });

  it("answers 404 for an unknown user", async () => {
    expect((await send("00000000-0000-4000-8000-000000000000")).status).to.equal(404);
  });
});
