import { expect } from "chai";
import { textAt, useBench } from "../bench";
import { typesOf } from "../activities/list-activities-of";
import { useFlows } from "./use-flows";

describe("a whole sign-on", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const user = { username: "alice", email: "alice@example.com", password: "Secret-Word.42" };
  const newPassword = "Another-Word.43";

  it("leads from a temporary password to a token that reads the own user", async () => {
    const { simulator } = bench;
    const id = simulator.createUser({ ...user, password: "temporary", forceChange: true });
    const flow = await flows.start({ scope: "openid p1:read:user" });
    expect((await flows.check(flow, "alice", "wrong")).status).to.equal(400);
    expect((await flows.check(flow, "alice", "temporary")).body).to.include({
      status: "MUST_CHANGE_PASSWORD",
    });
    const reset = { currentPassword: "temporary", newPassword };
    expect((await flows.act(flow, "password.reset+json", reset)).body).to.include({ status: "COMPLETED" });
    const code = textAt((await flows.resume(flow)).body, "authorizeResponse.code");
    const token = textAt((await flows.exchange(code)).body, "access_token");
    const { status, body } = await bench.call("GET", `/users/${id}`, { token });
    expect(status).to.equal(200);
    expect(body).to.include({ id, username: "alice" }).and.to.have.property("lastSignOn");
    expect(simulator.ledger.entries.map(({ operation }) => operation)).to.deep.equal([
      "startFlow",
      "checkUsernamePassword",
      "checkUsernamePassword",
      "resetInFlow",
      "resumeFlow",
      "issueToken",
      "readUser",
    ]);
    expect(await typesOf(bench)).to.deep.equal([
      "PASSWORD.CHECK_FAILED",
      "PASSWORD.CHECK_SUCCEEDED",
      "PASSWORD.RESET",
    ]);
  });

  it("leads from a forgotten password over a mailed code to the next sign-on", async () => {
    const { simulator } = bench;
    const id = simulator.createUser(user);
    const flow = await flows.start();
    await flows.act(flow, "password.forgot+json", { username: "alice" });
    const recoveryCode = simulator.mail.list(id)[0]?.code.toLowerCase();
    const recovered = await flows.act(flow, "password.recover+json", { recoveryCode, newPassword });
    expect(recovered.body).to.include({ status: "COMPLETED" });
    const next = await flows.start();
    expect((await flows.check(next, "alice", user.password)).status).to.equal(400);
    expect((await flows.check(next, "alice", newPassword)).body).to.include({ status: "COMPLETED" });
    expect(await typesOf(bench)).to.include.members(["NOTIFICATION.CREATED", "PASSWORD.RECOVERY"]);
  });

  it("leads from a lockout to an administrator's reset and back", async () => {
    const { simulator } = bench;
    const id = simulator.createUser(user);
    const flow = await flows.start();
    for (const count of [1, 2, 3, 4, 5]) await flows.check(flow, "alice", `wrong ${count}`);
    expect(simulator.readUser(id)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
    await bench.password(id, "PUT", "reset+json", { newPassword: "temporary" });
    expect((await flows.check(flow, "alice", "temporary")).body).to.include({
      status: "MUST_CHANGE_PASSWORD",
    });
    const reset = { currentPassword: "temporary", newPassword };
    expect((await flows.act(flow, "password.reset+json", reset)).body).to.include({ status: "COMPLETED" });
  });

  it("keeps two flows of one session apart", async () => {
    bench.simulator.createUser(user);
    const first = await flows.start();
    const { body } = await flows.authorize({}, { cookie: first.cookie });
    const second = { id: textAt(body, "id"), cookie: first.cookie };
    await flows.check(second, "alice", user.password);
    expect((await flows.read(first)).body).to.include({ status: "USERNAME_PASSWORD_REQUIRED" });
    expect((await flows.read(second)).body).to.include({ status: "COMPLETED" });
  });
});
