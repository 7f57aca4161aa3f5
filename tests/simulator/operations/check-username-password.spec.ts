import { expect } from "chai";
import type { SeedUser } from "../../../simulator";
import { useBench } from "../bench";
import type { Reply } from "../bench";
import { cookieOf, useFlows } from "../flows/use-flows";

describe("checkUsernamePassword", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const password = "Secret-Word.42";
  const addAlice = (user: Partial<SeedUser> = {}) =>
    bench.simulator.createUser({ username: "alice", email: "alice@example.com", password, ...user });
  const attempt = async (value: string, username = "alice") =>
    flows.check(await flows.start(), username, value);
  const failureCount = (userId: string) => bench.simulator.readUser(userId)?.password.failureCount;
  /** Everything but the id of the error, which differs with every response. */
  const withoutId = ({ status, body }: Reply) => ({ status, body: { ...(body as object), id: "" } });

  it("completes the flow, and says who signed on", async () => {
    const id = addAlice({ name: { given: "Alice" } });
    const { status, body } = await attempt(password);
    expect(status).to.equal(200);
    expect(body).to.include({ status: "COMPLETED" });
    expect(body).to.have.deep.nested.property("_embedded.user", {
      id,
      username: "alice",
      email: "alice@example.com",
      name: { given: "Alice" },
    });
    expect(body).to.have.property("_links").that.has.all.keys("self");
  });

  it("sets the session cookie again", async () => {
    addAlice();
    const flow = await flows.start();
    const { headers } = await flows.check(flow, "alice", password);
    expect(cookieOf(headers)).to.equal(flow.cookie);
  });

  it("notes when and from where the user signed on", async () => {
    const id = addAlice();
    expect((await bench.call("GET", `/users/${id}`)).body).not.to.have.property("lastSignOn");
    await attempt(password);
    const { body } = await bench.call("GET", `/users/${id}`);
    expect(body).to.have.nested.property("lastSignOn.remoteIp", "127.0.0.1");
    const { lastSignOn } = body as { lastSignOn: { at: string } };
    expect(Date.parse(lastSignOn.at)).to.be.closeTo(bench.simulator.now().getTime(), 5000);
    expect(bench.simulator.readUser(id)?.lastSignOn).to.deep.equal(lastSignOn);
  });

  it("takes the name in whatever case, as it is unique", async () => {
    addAlice();
    expect((await attempt(password, "ALICE")).body).to.include({ status: "COMPLETED" });
  });

  it("asks for another password where that must be changed, and shows its policy", async () => {
    const id = addAlice({ forceChange: true });
    const { body } = await attempt(password);
    expect(body).to.include({ status: "MUST_CHANGE_PASSWORD" });
    expect(body).to.have.nested.property("_embedded.passwordPolicy.name", "Standard");
    expect(body).to.have.property("_links").that.has.all.keys("self", "password.reset", "session.reset");
    expect(bench.simulator.readUser(id)?.lastSignOn).to.equal(undefined);
  });

  it("asks for another password where that has expired", async () => {
    addAlice();
    bench.simulator.advance(183 * 24 * 3600 * 1000);
    expect((await attempt(password)).body).to.include({ status: "PASSWORD_EXPIRED" });
  });

  it("stops at the second factor of a user who has one", async () => {
    const id = addAlice({ mfaEnabled: true });
    expect((await attempt(password)).body).to.include({ status: "OTP_REQUIRED" });
    expect(bench.simulator.readUser(id))
      .to.include({ mfaEnabled: true })
      .and.not.to.have.property("lastSignOn");
    expect((await bench.call("GET", `/users/${id}`)).body).to.include({ mfaEnabled: true });
  });

  it("answers INVALID_CREDENTIALS for a wrong password, and counts it", async () => {
    const id = addAlice();
    const { status, body } = await attempt("wrong");
    expect(status).to.equal(400);
    expect(body).to.include({ code: "INVALID_DATA" });
    expect(body).to.have.deep.nested.property("details", [
      { code: "INVALID_CREDENTIALS", message: "The provided credentials are invalid" },
    ]);
    expect(failureCount(id)).to.equal(1);
  });

  it("leaves the flow as it is after a wrong password", async () => {
    addAlice();
    const flow = await flows.start();
    await flows.check(flow, "alice", "wrong");
    expect((await flows.read(flow)).body).to.include({ status: "USERNAME_PASSWORD_REQUIRED" });
    expect((await flows.check(flow, "alice", password)).body).to.include({ status: "COMPLETED" });
  });

  it("does not betray who exists", async () => {
    addAlice();
    bench.simulator.createUser({ username: "nopassword" });
    bench.simulator.createUser({ username: "gateway", external: true });
    const expected = withoutId(await attempt("wrong"));
    for (const username of ["nobody", "nopassword", "gateway"]) {
      expect(withoutId(await attempt("wrong", username)), username).to.deep.equal(expected);
    }
  });

  it("shares its count with checkPassword, and repeats count in neither", async () => {
    const id = addAlice();
    await attempt("wrong 1");
    await attempt("wrong 1");
    await bench.password(id, "POST", "check+json", { password: "wrong 1" });
    expect(failureCount(id)).to.equal(1);
    await bench.password(id, "POST", "check+json", { password: "wrong 2" });
    expect(failureCount(id)).to.equal(2);
    await attempt(password);
    expect(failureCount(id)).to.equal(0);
  });

  it("locks out after as many wrong passwords as the policy allows, until the time is over", async () => {
    const id = addAlice();
    for (const count of [1, 2, 3, 4, 5]) {
      const { body } = await attempt(`wrong ${count}`);
      expect(body).to.have.nested.property("details[0].code", "INVALID_CREDENTIALS");
    }
    const { status, body } = await attempt(password);
    expect(status).to.equal(400);
    expect(body).to.include({ code: "REQUEST_FAILED" });
    expect(body).to.have.nested.property("details[0].code", "PASSWORD_LOCKED_OUT");
    expect(body).to.have.nested.property("details[0].innerError.secondsUntilUnlock").within(890, 900);
    expect(bench.simulator.readUser(id)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
    bench.simulator.advance(900_000);
    expect((await attempt(password)).body).to.include({ status: "COMPLETED" });
  });

  for (const user of [{ enabled: false }, { accountLocked: true }, { mfa: { locked: true } }]) {
    it(`refuses ${JSON.stringify(user)}, but tells only who knows the password`, async () => {
      const id = addAlice(user);
      const wrong = await attempt("wrong");
      expect(wrong.body).to.have.nested.property("details[0].code", "INVALID_CREDENTIALS");
      const { status, body } = await attempt(password);
      expect(status).to.equal(400);
      expect(body).to.include({ code: "REQUEST_FAILED" });
      expect(body).to.have.nested.property("details[0].code", "ACCOUNT_NOT_USABLE");
      expect(bench.simulator.readUser(id)?.lastSignOn).to.equal(undefined);
    });
  }

  it("requires both, and counts nothing without", async () => {
    const id = addAlice();
    const flow = await flows.start();
    for (const [body, target] of [
      [{ username: "alice" }, "password"],
      [{ password }, "username"],
    ] as const) {
      const reply = await flows.act(flow, "usernamePassword.check+json", body);
      expect(reply.status).to.equal(400);
      expect(reply.body).to.have.deep.nested.include({
        "details[0].code": "REQUIRED_VALUE",
        "details[0].target": target,
      });
    }
    expect(failureCount(id)).to.equal(0);
  });

  it("is refused in a flow that is further on", async () => {
    addAlice();
    const flow = await flows.start();
    await flows.check(flow, "alice", password);
    const { status, body } = await flows.check(flow, "alice", password);
    expect(status).to.equal(400);
    expect(body).to.include({ code: "REQUEST_FAILED" });
    expect(body).to.have.deep.nested.include({
      "details[0].code": "CONSTRAINT_VIOLATION",
      "details[0].target": "status",
    });
  });

  it("needs the session cookie before anything is compared", async () => {
    const id = addAlice();
    const flow = await flows.start();
    expect((await flows.check({ ...flow, cookie: "" }, "alice", "wrong")).status).to.equal(401);
    expect(failureCount(id)).to.equal(0);
  });

  it("answers 501 for an encoding that cannot be compared", async () => {
    addAlice({ password: "{BCRYPT}x" });
    expect((await attempt(password)).status).to.equal(501);
  });
});
