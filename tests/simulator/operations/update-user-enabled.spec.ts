import { expect } from "chai";
import { useBench } from "../bench";

describe("updateUserEnabled", () => {
  const bench = useBench();
  const update = (id: string, body: unknown) =>
    bench.call("PUT", `/users/${id}/enabled`, { type: "application/json", body });

  it("disables and enables", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    const { status, body } = await update(id, { enabled: false });
    expect(status).to.equal(200);
    expect(body).to.include({ enabled: false });
    expect(bench.simulator.readUser(id)?.account.canAuthenticate).to.equal(false);
    await update(id, { enabled: true });
    expect(bench.simulator.readUser(id)?.enabled).to.equal(true);
  });

  it("requires enabled", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    const { status, body } = await update(id, {});
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].target", "enabled");
  });
});
