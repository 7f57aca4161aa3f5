import { expect } from "chai";
import { textAt, useBench } from "../bench";

describe("deletePopulation", () => {
  const bench = useBench();

  it("deletes an empty population", async () => {
    const id = bench.simulator.createPopulation({ name: "Staff" });
    expect((await bench.call("DELETE", `/populations/${id}`)).status).to.equal(204);
    expect((await bench.call("GET", `/populations/${id}`)).status).to.equal(404);
  });

  it("refuses one with users", async () => {
    const id = bench.simulator.createPopulation({ name: "Staff" });
    bench.simulator.createUser({ username: "alice", population: "Staff" });
    const { status, body } = await bench.call("DELETE", `/populations/${id}`);
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].code", "CONSTRAINT_VIOLATION");
  });

  it("refuses the default one", async () => {
    const { body } = await bench.call("GET", "/populations");
    const id = textAt(body, "_embedded.populations.0.id");
    expect((await bench.call("DELETE", `/populations/${id}`)).status).to.equal(400);
  });
});
