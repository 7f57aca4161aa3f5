import { expect } from "chai";
import type { SeedUser } from "../../../simulator";
import { unsatisfied, useBench } from "../bench";

describe("recoverPassword", () => {
  const bench = useBench();
  const NEW = "Another-Word.43";
  const alice = { username: "alice", email: "alice@example.com", password: "Secret-Word.42" };
  const create = (user: Partial<SeedUser> = {}) => bench.simulator.createUser({ ...alice, ...user });
  const recover = (id: string, recoveryCode: unknown, newPassword: unknown = NEW) =>
    bench.password(id, "POST", "recover+json", { recoveryCode, newPassword });
  const INVALID = {
    code: "INVALID_VALUE",
    target: "recoveryCode",
    message: "The provided password recovery code was invalid or expired",
  };
  const EXCEEDED = { ...INVALID, message: "Maximum password recovery failures exceeded" };

  /** Has a code mailed and reads it. */
  async function send(id: string): Promise<string> {
    expect((await bench.password(id, "POST", "sendRecoveryCode")).status).to.equal(200);
    const code = bench.simulator.mail.list(id).at(-1)?.code;
    if (code === undefined) throw new Error("There is no mail.");
    return code;
  }

  /** Wrong checks until the password is locked out; the code that was mailed stays. */
  async function lockOut(id: string): Promise<void> {
    for (const password of ["a", "b", "c", "d", "e"])
      await bench.password(id, "POST", "check+json", { password });
    expect(bench.simulator.readUser(id)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
  }

  it("sets the password and answers the state OK", async () => {
    const id = create({ forceChange: true });
    const { status, body } = await recover(id, await send(id));
    expect(status).to.equal(200);
    expect(body).to.include({ status: "OK" });
    expect(bench.simulator.verifyPassword(id, NEW)).to.equal(true);
  });

  it("takes the code in lower case", async () => {
    const id = create();
    expect((await recover(id, (await send(id)).toLowerCase())).status).to.equal(200);
  });

  it("takes a code once", async () => {
    const id = create();
    const code = await send(id);
    await recover(id, code);
    const { body } = await recover(id, code, "Third-Word.44");
    expect(body).to.have.deep.nested.property("details", [INVALID]);
    expect(bench.simulator.verifyPassword(id, NEW)).to.equal(true);
  });

  it("refuses a wrong code, and any where none was sent", async () => {
    const id = create();
    for (const code of ["ABCD1234", "x"]) {
      const { status, body } = await recover(id, code);
      expect(status).to.equal(400);
      expect(body).to.deep.include({ code: "INVALID_DATA", details: [INVALID] });
    }
    const code = await send(id);
    expect((await recover(id, `${code}0`)).body).to.deep.include({ details: [INVALID] });
    expect(bench.simulator.verifyPassword(id, alice.password)).to.equal(true);
  });

  it("refuses a code of another user", async () => {
    const [id, other] = [create(), create({ username: "bob" })];
    await send(id);
    expect((await recover(id, await send(other))).body).to.deep.include({ details: [INVALID] });
  });

  it("refuses a code after five minutes", async () => {
    const id = create();
    const code = await send(id);
    bench.simulator.advance(300_000);
    expect((await recover(id, code)).body).to.deep.include({ details: [INVALID] });
  });

  it("takes only the code sent last", async () => {
    const id = create();
    const first = await send(id);
    const second = await send(id);
    expect((await recover(id, first)).body).to.deep.include({ details: [INVALID] });
    expect((await recover(id, second)).status).to.equal(200);
  });

  it("takes no code after five wrong ones, until the next is sent", async () => {
    const id = create();
    const code = await send(id);
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      expect((await recover(id, "wrong")).body).to.deep.include({ details: [INVALID] });
    }
    expect((await recover(id, code)).body).to.deep.include({ code: "INVALID_DATA", details: [EXCEEDED] });
    expect(bench.simulator.readUser(id)?.password.status).to.equal("OK");
    expect((await recover(id, await send(id))).status).to.equal(200);
  });

  it("names the rules not met, and leaves the code", async () => {
    const id = create();
    const code = await send(id);
    for (let attempt = 1; attempt <= 6; attempt += 1) {
      const reply = await recover(id, code, alice.password);
      expect(unsatisfied(reply)).to.deep.equal(["history"]);
      expect(reply.body).to.have.nested.property("details[0].target", "newPassword");
    }
    expect((await recover(id, code)).status).to.equal(200);
  });

  it("takes a password set a moment ago, and a new one that resembles it", async () => {
    const id = create();
    await bench.password(id, "PUT", "set+json", { value: NEW });
    expect((await recover(id, await send(id), "Another-Word.44")).body).to.include({ status: "OK" });
  });

  it("ends a lockout", async () => {
    const id = create();
    const code = await send(id);
    await lockOut(id);
    expect((await recover(id, code)).body).to.include({ status: "OK" });
    expect(bench.simulator.readUser(id)?.account).to.deep.equal({ canAuthenticate: true, status: "OK" });
  });

  for (const [lock, user] of [
    ["the account's", { accountLocked: true }],
    ["MFA's", { mfa: { failures: 3, locked: true } }],
  ] as const) {
    it(`refuses a user who is locked, and leaves ${lock} lock where it ends a lockout beside it`, async () => {
      const id = create(user);
      const code = await send(id);
      const { body } = await recover(id, code);
      expect(body).to.include({ code: "REQUEST_FAILED" });
      expect(body).to.have.nested.property("details[0].code", "ACCOUNT_NOT_USABLE");
      await lockOut(id);
      expect((await recover(id, code)).body).to.include({ status: "OK" });
      expect(bench.simulator.readUser(id)?.account).to.include({ canAuthenticate: false, status: "LOCKED" });
    });
  }

  it("forgets MFA's failures, unless they have led to a lock", async () => {
    const id = create({ mfa: { failures: 3 } });
    await recover(id, await send(id));
    expect(bench.simulator.readUser(id)?.mfa).to.deep.equal({ failures: 0 });
    const locked = create({ username: "bob", mfa: { failures: 3, locked: true } });
    const code = await send(locked);
    await lockOut(locked);
    await recover(locked, code);
    expect(bench.simulator.readUser(locked)?.mfa)
      .to.include({ failures: 3 })
      .and.to.have.property("lockedAt");
  });

  it("refuses a user who was disabled meanwhile", async () => {
    const id = create();
    const code = await send(id);
    await bench.call("PUT", `/users/${id}/enabled`, { type: "application/json", body: { enabled: false } });
    const { status, body } = await recover(id, code);
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].code", "ACCOUNT_NOT_USABLE");
  });

  it("refuses a user whose password a gateway keeps", async () => {
    const id = bench.simulator.createUser({ username: "alice", external: true });
    const { status, body } = await recover(id, "ABCD1234");
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].code", "CONSTRAINT_VIOLATION");
  });

  for (const field of ["recoveryCode", "newPassword"]) {
    it(`requires ${field}`, async () => {
      const body = { recoveryCode: "ABCD1234", newPassword: NEW, [field]: undefined };
      const reply = await bench.password(create(), "POST", "recover+json", body);
      expect(reply.body).to.have.deep.nested.include({
        "details[0].code": "REQUIRED_VALUE",
        "details[0].target": field,
      });
    });
  }

  it("answers 404 for an unknown user", async () => {
    expect((await recover("00000000-0000-4000-8000-000000000000", "ABCD1234")).status).to.equal(404);
  });
});
