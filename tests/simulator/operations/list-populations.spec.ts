import { expect } from "chai";
import { useBench } from "../bench";

describe("listPopulations", () => {
  const bench = useBench();

  it("lists them with their policy and user count", async () => {
    const { simulator } = bench;
    const policyId = simulator.createPasswordPolicy({ name: "Lax" });
    simulator.createPopulation({ name: "Staff", passwordPolicy: "Lax" });
    simulator.createUser({ username: "alice", population: "Staff" });
    const { status, body } = await bench.call("GET", "/populations");
    expect(status).to.equal(200);
    expect(body).to.include({ count: 2, size: 2 });
    expect(body).to.have.deep.nested.include({
      "_embedded.populations[0].name": "Default",
      "_embedded.populations[0].default": true,
      "_embedded.populations[0].userCount": 0,
      "_embedded.populations[1].name": "Staff",
      "_embedded.populations[1].userCount": 1,
      "_embedded.populations[1].passwordPolicy": { id: policyId },
    });
  });
});
