import { expect } from "chai";
import type { SeedUser } from "../../../simulator";
import { unsatisfied, useBench } from "../bench";
import type { FlowHandle } from "../flows/use-flows";
import { useFlows } from "../flows/use-flows";

describe("resetInFlow", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const currentPassword = "Secret-Word.42";
  const newPassword = "Another-Word.43";
  const addAlice = (user: Partial<SeedUser> = {}) =>
    bench.simulator.createUser({ username: "alice", password: currentPassword, forceChange: true, ...user });
  const signOn = async () => {
    const flow = await flows.start();
    await flows.check(flow, "alice", currentPassword);
    return flow;
  };
  const reset = (flow: FlowHandle, body: object = { currentPassword, newPassword }) =>
    flows.act(flow, "password.reset+json", body);

  it("changes the password and completes the flow", async () => {
    const id = addAlice();
    const { status, body } = await reset(await signOn());
    expect(status).to.equal(200);
    expect(body).to.include({ status: "COMPLETED" });
    expect(body).not.to.have.nested.property("_embedded.passwordPolicy");
    expect(bench.simulator.verifyPassword(id, newPassword)).to.equal(true);
    expect(bench.simulator.readUser(id)?.password.status).to.equal("OK");
    expect(bench.simulator.readUser(id)?.lastSignOn).to.have.property("at");
  });

  it("changes one that has expired", async () => {
    addAlice({ forceChange: false });
    bench.simulator.advance(183 * 24 * 3600 * 1000);
    expect((await reset(await signOn())).body).to.include({ status: "COMPLETED" });
  });

  it("still asks a user with a second factor for that", async () => {
    addAlice({ mfaEnabled: true });
    expect((await reset(await signOn())).body).to.include({ status: "OTP_REQUIRED" });
  });

  it("refuses a wrong current password in the recorded words, counting no failure", async () => {
    const id = addAlice();
    const flow = await signOn();
    const { status, body } = await reset(flow, { currentPassword: "wrong", newPassword });
    expect(status).to.equal(400);
    expect(body).to.have.deep.nested.property("details[0]", {
      code: "INVALID_VALUE",
      target: "currentPassword",
      message: "The current password provided for the user is invalid",
    });
    expect(bench.simulator.readUser(id)?.password.failureCount).to.equal(0);
    expect((await flows.read(flow)).body).to.include({ status: "MUST_CHANGE_PASSWORD" });
  });

  it("holds the new password to the whole policy, history included", async () => {
    addAlice();
    const flow = await signOn();
    expect(unsatisfied(await reset(flow, { currentPassword, newPassword: currentPassword }))).to.deep.equal([
      "notSimilarToCurrent",
      "history",
    ]);
    expect(unsatisfied(await reset(flow, { currentPassword, newPassword: "Ab.1" }))).to.include("length");
    expect((await reset(flow)).body).to.include({ status: "COMPLETED" });
  });

  it("requires both passwords", async () => {
    addAlice();
    const flow = await signOn();
    for (const [body, target] of [
      [{ newPassword }, "currentPassword"],
      [{ currentPassword }, "newPassword"],
    ] as const) {
      const reply = await reset(flow, body);
      expect(reply.status).to.equal(400);
      expect(reply.body).to.have.nested.property("details[0].target", target);
    }
  });

  it("is refused while nothing has to be changed", async () => {
    addAlice({ forceChange: false });
    for (const flow of [await flows.start(), await signOn()]) {
      const { status, body } = await reset(flow);
      expect(status).to.equal(400);
      expect(body).to.have.nested.property("details[0].target", "status");
    }
  });

  it("is refused for a user locked or disabled meanwhile", async () => {
    const id = addAlice();
    const flow = await signOn();
    await bench.call("PUT", `/users/${id}/enabled`, { type: "application/json", body: { enabled: false } });
    expect((await reset(flow)).body).to.have.nested.property("details[0].code", "ACCOUNT_NOT_USABLE");
    for (const count of [1, 2, 3, 4, 5]) {
      await bench.password(id, "POST", "check+json", { password: `wrong ${count}` });
    }
    expect((await reset(flow)).body).to.have.nested.property("details[0].code", "PASSWORD_LOCKED_OUT");
    expect(bench.simulator.verifyPassword(id, currentPassword)).to.equal(true);
  });

  it("answers 404 for a user deleted meanwhile", async () => {
    const id = addAlice();
    const flow = await signOn();
    await bench.call("DELETE", `/users/${id}`);
    expect((await reset(flow)).status).to.equal(404);
  });
});
