import { expect } from "chai";
import { useBench } from "../bench";
import { useFlows } from "../flows/use-flows";

describe("resetSession", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const user = { username: "alice", email: "alice@example.com", password: "Secret-Word.42" };

  it("takes a flow that waits for a code back to the beginning", async () => {
    bench.simulator.createUser(user);
    const flow = await flows.start();
    await flows.act(flow, "password.forgot+json", { username: "alice" });
    const { status, body } = await flows.act(flow, "session.reset+json", {});
    expect(status).to.equal(200);
    expect(body).to.include({ status: "USERNAME_PASSWORD_REQUIRED" });
    const { code } = bench.simulator.mail.list()[0] ?? { code: "" };
    const late = { recoveryCode: code, newPassword: "Another-Word.43" };
    expect((await flows.act(flow, "password.recover+json", late)).status).to.equal(400);
    expect((await flows.check(flow, "alice", user.password)).body).to.include({ status: "COMPLETED" });
  });

  it("forgets who was signing on", async () => {
    bench.simulator.createUser({ ...user, forceChange: true });
    const flow = await flows.start();
    await flows.check(flow, "alice", user.password);
    const { body } = await flows.act(flow, "session.reset+json");
    expect(body).to.include({ status: "USERNAME_PASSWORD_REQUIRED" });
    expect(body).not.to.have.nested.property("_embedded.user");
  });

  it("is refused once the flow is completed", async () => {
    bench.simulator.createUser(user);
    const flow = await flows.start();
    await flows.check(flow, "alice", user.password);
    const { status, body } = await flows.act(flow, "session.reset+json", {});
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].target", "status");
  });
});
