import { expect } from "chai";
import { useBench } from "../bench";

describe("deleteUser", () => {
  const bench = useBench();

  it("answers 204 without a body, and 404 from then on", async () => {
    const id = bench.simulator.createUser({ username: "alice", password: "x" });
    const { status, body } = await bench.call("DELETE", `/users/${id}`);
    expect(status).to.equal(204);
    expect(body).to.equal(undefined);
    expect((await bench.call("GET", `/users/${id}`)).status).to.equal(404);
    expect((await bench.call("GET", `/users/${id}/password`)).status).to.equal(404);
    expect((await bench.call("DELETE", `/users/${id}`)).status).to.equal(404);
    expect(bench.simulator.readUser(id)).to.equal(undefined);
  });

  it("frees the username", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    await bench.call("DELETE", `/users/${id}`);
    expect(bench.simulator.createUser({ username: "alice" })).not.to.equal(id);
  });
});
