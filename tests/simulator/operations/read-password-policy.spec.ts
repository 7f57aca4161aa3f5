import { expect } from "chai";
import { useBench } from "../bench";

describe("readPasswordPolicy", () => {
  const bench = useBench();

  it("answers one policy with the count of its populations", async () => {
    const id = bench.simulator.createPasswordPolicy({ name: "Own", maxAgeDays: 30 });
    bench.simulator.createPopulation({ name: "Staff", passwordPolicy: "Own" });
    const { status, body } = await bench.call("GET", `/passwordPolicies/${id}`);
    expect(status).to.equal(200);
    expect(body).to.include({ id, name: "Own", maxAgeDays: 30, populationCount: 1 });
  });

  it("answers 404 for an unknown one", async () => {
    expect((await bench.call("GET", "/passwordPolicies/none")).status).to.equal(404);
  });
});
