import { expect } from "chai";
import { useBench } from "../bench";
import { useFlows } from "../flows/use-flows";

describe("sendRecoveryCodeInFlow", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const addAlice = () =>
    bench.simulator.createUser({
      username: "alice",
      email: "alice@example.com",
      password: "Secret-Word.42",
    });
  const forget = async (username = "alice") => {
    const flow = await flows.start();
    await flows.act(flow, "password.forgot+json", { username });
    return flow;
  };

  for (const type of ["password.sendRecoveryCode+json", "password.sendRecoveryCode"]) {
    it(`mails another code for ${type}, which takes the first one's place`, async () => {
      const id = addAlice();
      const flow = await forget();
      const { status, body } = await flows.act(flow, type);
      expect(status).to.equal(200);
      expect(body).to.include({ status: "RECOVERY_CODE_REQUIRED" });
      const [first, second] = bench.simulator.mail.list(id).map((mail) => mail.code);
      const recover = (recoveryCode: string | undefined) =>
        flows.act(flow, "password.recover+json", { recoveryCode, newPassword: "Another-Word.43" });
      expect((await recover(first)).status).to.equal(400);
      expect((await recover(second)).body).to.include({ status: "COMPLETED" });
    });
  }

  it("answers the same for a name nobody has, without a mail", async () => {
    const { status, body } = await flows.act(await forget("nobody"), "password.sendRecoveryCode");
    expect(status).to.equal(200);
    expect(body).to.include({ status: "RECOVERY_CODE_REQUIRED" });
    expect(bench.simulator.mail.list()).to.deep.equal([]);
  });

  it("is refused before anybody has forgotten a password", async () => {
    addAlice();
    const { status, body } = await flows.act(await flows.start(), "password.sendRecoveryCode");
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].target", "status");
    expect(bench.simulator.mail.list()).to.deep.equal([]);
  });
});
