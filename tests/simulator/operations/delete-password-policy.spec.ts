import { expect } from "chai";
import { useBench } from "../bench";

describe("deletePasswordPolicy", () => {
  const bench = useBench();

  it("deletes a policy nobody uses", async () => {
    const id = bench.simulator.createPasswordPolicy({ name: "Own" });
    expect((await bench.call("DELETE", `/passwordPolicies/${id}`)).status).to.equal(204);
    expect((await bench.call("GET", `/passwordPolicies/${id}`)).status).to.equal(404);
  });

  it("refuses the default one in the known words", async () => {
    const id = bench.simulator.createPasswordPolicy({ name: "Own", default: true });
    const { status, body } = await bench.call("DELETE", `/passwordPolicies/${id}`);
    expect(status).to.equal(400);
    expect(body).to.have.deep.nested.property("details", [
      { code: "CONSTRAINT_VIOLATION", message: "Default Password Policy can not be deleted" },
    ]);
  });

  it("refuses one a population uses, and names it", async () => {
    const id = bench.simulator.createPasswordPolicy({ name: "Own" });
    const populationId = bench.simulator.createPopulation({ name: "Staff", passwordPolicy: "Own" });
    const { status, body } = await bench.call("DELETE", `/passwordPolicies/${id}`);
    expect(status).to.equal(400);
    expect(body).to.have.deep.nested.include({
      "details[0].code": "CONSTRAINT_VIOLATION",
      "details[0].innerError.referencedValues": [populationId],
    });
  });
});
