import { expect } from "chai";
import { useBench } from "../bench";

describe("readPopulation", () => {
  const bench = useBench();

  it("answers one population", async () => {
    const id = bench.simulator.createPopulation({ name: "Staff" });
    const { status, body } = await bench.call("GET", `/populations/${id}`);
    expect(status).to.equal(200);
    expect(body).to.include({ id, name: "Staff" }).and.not.to.have.property("passwordPolicy");
  });

  it("answers 404 for an unknown one", async () => {
    expect((await bench.call("GET", "/populations/none")).status).to.equal(404);
  });
});
