import { expect } from "chai";
import type { SeedUser } from "../../../simulator";
import { useBench } from "../bench";
import type { Reply } from "../bench";
import { useFlows } from "../flows/use-flows";

describe("forgotPassword", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const addAlice = (user: Partial<SeedUser> = {}) =>
    bench.simulator.createUser({
      username: "alice",
      email: "alice@example.com",
      password: "Secret-Word.42",
      ...user,
    });
  const forget = async (username: string) =>
    flows.act(await flows.start(), "password.forgot+json", { username });
  /** The answer without the flow's own id. */
  const shape = ({ status, body }: Reply) => {
    const { id } = body as { id: string };
    return { status, text: JSON.stringify(body).replaceAll(id, "F") };
  };

  it("mails a code to the user", async () => {
    const id = addAlice();
    const { status, body } = await forget("alice");
    expect(status).to.equal(200);
    expect(body).to.include({ status: "RECOVERY_CODE_REQUIRED" });
    expect(body)
      .to.have.property("_links")
      .that.has.all.keys("self", "password.recover", "password.sendRecoveryCode", "session.reset");
    expect(bench.simulator.mail.list(id)).to.have.length(1);
    expect(bench.simulator.mail.list(id)[0]).to.include({ to: "alice@example.com", type: "recoveryCode" });
  });

  it("does not betray who exists: the same answer without a mail", async () => {
    addAlice();
    const expected = shape(await forget("alice"));
    expect(expected.text).not.to.contain("alice");
    bench.simulator.mail.clear();
    const others = { password: "Secret-Word.42", email: "x@example.com" };
    bench.simulator.createUser({ username: "disabled", ...others, enabled: false });
    bench.simulator.createUser({ username: "locked", ...others, locked: true });
    bench.simulator.createUser({ username: "nopassword", email: "x@example.com" });
    bench.simulator.createUser({ username: "nomail", password: "Secret-Word.42" });
    bench.simulator.createUser({ username: "gateway", email: "x@example.com", external: true });
    for (const username of ["nobody", "disabled", "locked", "nopassword", "nomail", "gateway"]) {
      expect(shape(await forget(username)), username).to.deep.equal(expected);
    }
    expect(bench.simulator.mail.list()).to.deep.equal([]);
  });

  it("requires the name", async () => {
    const flow = await flows.start();
    const { status, body } = await flows.act(flow, "password.forgot+json", {});
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].target", "username");
    expect((await flows.read(flow)).body).to.include({ status: "USERNAME_PASSWORD_REQUIRED" });
  });

  it("is refused in a flow that is further on", async () => {
    addAlice();
    const flow = await flows.start();
    await flows.act(flow, "password.forgot+json", { username: "alice" });
    const { status, body } = await flows.act(flow, "password.forgot+json", { username: "alice" });
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].target", "status");
    expect(bench.simulator.mail.list()).to.have.length(1);
  });

  it("needs the session cookie", async () => {
    const id = addAlice();
    const flow = { ...(await flows.start()), cookie: "" };
    expect((await flows.act(flow, "password.forgot+json", { username: "alice" })).status).to.equal(401);
    expect(bench.simulator.mail.list(id)).to.deep.equal([]);
  });
});
