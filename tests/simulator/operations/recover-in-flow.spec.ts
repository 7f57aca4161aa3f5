import { expect } from "chai";
import type { SeedUser } from "../../../simulator";
import { unsatisfied, useBench, valueAt } from "../bench";
import type { FlowHandle } from "../flows/use-flows";
import { useFlows } from "../flows/use-flows";

describe("recoverInFlow", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const newPassword = "Another-Word.43";
  const addAlice = (user: Partial<SeedUser> = {}) =>
    bench.simulator.createUser({
      username: "alice",
      email: "alice@example.com",
      password: "Secret-Word.42",
      ...user,
    });
  const forget = async (username = "alice") => {
    const flow = await flows.start();
    await flows.act(flow, "password.forgot+json", { username });
    return flow;
  };
  const mailedCode = () => bench.simulator.mail.list().at(-1)?.code ?? "";
  const recover = (flow: FlowHandle, recoveryCode: string, value = newPassword) =>
    flows.act(flow, "password.recover+json", { recoveryCode, newPassword: value });
  const messageOf = (body: unknown) => valueAt(body, "details.0.message");

  it("sets the password and completes the flow", async () => {
    const id = addAlice({ forceChange: true });
    const flow = await forget();
    const { status, body } = await recover(flow, mailedCode());
    expect(status).to.equal(200);
    expect(body).to.include({ status: "COMPLETED" });
    expect(body).to.have.nested.property("_embedded.user.id", id);
    expect(bench.simulator.verifyPassword(id, newPassword)).to.equal(true);
    expect(bench.simulator.readUser(id)?.password.status).to.equal("OK");
    expect(bench.simulator.readUser(id)?.lastSignOn).to.have.property("at");
  });

  it("still asks a user with a second factor for that", async () => {
    addAlice({ mfaEnabled: true });
    const flow = await forget();
    expect((await recover(flow, mailedCode())).body).to.include({ status: "OTP_REQUIRED" });
  });

  it("answers the recorded refusal for a wrong code, and for one that is over", async () => {
    const id = addAlice();
    const flow = await forget();
    const wrong = await recover(flow, "WRONG123");
    bench.simulator.advance(5 * 60_000);
    const late = await recover(flow, mailedCode());
    for (const { status, body } of [wrong, late]) {
      expect(status).to.equal(400);
      expect(body).to.have.deep.nested.property("details", [
        {
          code: "INVALID_VALUE",
          target: "recoveryCode",
          message: "The provided password recovery code was invalid or expired",
        },
      ]);
    }
    expect((await flows.read(flow)).body).to.include({ status: "RECOVERY_CODE_REQUIRED" });
    expect(bench.simulator.verifyPassword(id, newPassword)).to.equal(false);
  });

  it("keeps the code when the policy refuses the password", async () => {
    addAlice();
    const flow = await forget();
    const refused = await recover(flow, mailedCode(), "Secret-Word.42");
    expect(unsatisfied(refused)).to.deep.equal(["history"]);
    expect((await recover(flow, mailedCode())).body).to.include({ status: "COMPLETED" });
  });

  it("answers tries for a name nobody has as those of a user, to the end", async () => {
    addAlice();
    const flowsOfBoth = [await forget("alice"), await forget("nobody")];
    const messages = [];
    for (const flow of flowsOfBoth) {
      const seen = [];
      for (let count = 1; count <= 6; count += 1) {
        const { status, body } = await recover(flow, "WRONG123");
        seen.push([status, messageOf(body)]);
      }
      messages.push(seen);
    }
    const [ofUser, ofNobody] = messages;
    expect(ofUser?.at(-1)).to.deep.equal([400, "Maximum password recovery failures exceeded"]);
    expect(ofNobody).to.deep.equal(ofUser);
  });

  it("answers a disabled user as a name nobody has, also with the code mailed before", async () => {
    const id = addAlice();
    const flow = await forget();
    const code = mailedCode();
    await bench.call("PUT", `/users/${id}/enabled`, { type: "application/json", body: { enabled: false } });
    const { status, body } = await recover(flow, code);
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].target", "recoveryCode");
    for (const count of [2, 3, 4, 5]) await recover(flow, `WRONG12${count}`);
    expect(messageOf((await recover(flow, code)).body)).to.equal(
      "Maximum password recovery failures exceeded",
    );
    expect(bench.simulator.verifyPassword(id, newPassword)).to.equal(false);
  });

  it("recovers a user locked out meanwhile", async () => {
    const id = addAlice();
    const flow = await forget();
    for (const count of [1, 2, 3, 4, 5]) {
      await bench.password(id, "POST", "check+json", { password: `wrong ${count}` });
    }
    expect(bench.simulator.readUser(id)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
    expect((await recover(flow, mailedCode())).body).to.include({ status: "COMPLETED" });
  });

  it("changes the password but signs nobody on while another lock holds", async () => {
    const id = addAlice();
    const flow = await forget();
    for (const count of [1, 2, 3, 4, 5]) {
      await bench.password(id, "POST", "check+json", { password: `wrong ${count}` });
    }
    await bench.call("POST", `/users/${id}`, { type: "application/vnd.pingidentity.account.lock+json" });
    const { body } = await recover(flow, mailedCode());
    expect(body).to.have.nested.property("details[0].code", "ACCOUNT_NOT_USABLE");
    expect(bench.simulator.verifyPassword(id, newPassword)).to.equal(true);
    expect((await flows.read(flow)).body).to.include({ status: "USERNAME_PASSWORD_REQUIRED" });
  });

  it("takes no code of a user deleted meanwhile", async () => {
    const id = addAlice();
    const flow = await forget();
    const code = mailedCode();
    await bench.call("DELETE", `/users/${id}`);
    expect((await recover(flow, code)).status).to.equal(400);
  });

  it("requires code and password, and is refused before anybody has forgotten one", async () => {
    addAlice();
    const flow = await forget();
    for (const [body, target] of [
      [{ newPassword }, "recoveryCode"],
      [{ recoveryCode: mailedCode() }, "newPassword"],
    ] as const) {
      const reply = await flows.act(flow, "password.recover+json", body);
      expect(reply.status).to.equal(400);
      expect(reply.body).to.have.nested.property("details[0].target", target);
    }
    const early = await recover(await flows.start(), mailedCode());
    expect(early.body).to.have.nested.property("details[0].target", "status");
  });
});
