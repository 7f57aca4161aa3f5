import { expect } from "chai";
import { textAt, useBench } from "../bench";

describe("createPopulation", () => {
  const bench = useBench();
  const create = (body: unknown) => bench.call("POST", "/populations", { type: "application/json", body });

  it("creates a population", async () => {
    const policyId = bench.simulator.createPasswordPolicy({ name: "Lax" });
    const fields = { name: "Staff", description: "People", passwordPolicy: { id: policyId } };
    const { status, body } = await create(fields);
    expect(status).to.equal(201);
    expect(body).to.deep.include({ ...fields, default: false, userCount: 0 });
  });

  it("makes it the default one of new users when asked to", async () => {
    const { body } = await create({ name: "Staff", default: true });
    const userId = bench.simulator.createUser({ username: "alice" });
    expect(bench.simulator.readUser(userId)?.populationId).to.equal(textAt(body, "id"));
    const all = await bench.call("GET", "/populations");
    expect(all.body).to.have.nested.property("_embedded.populations[0].default", false);
  });

  it("requires a name that is not in use", async () => {
    expect((await create({})).body).to.have.nested.property("details[0].code", "REQUIRED_VALUE");
    const { body } = await create({ name: "Default" });
    expect(body).to.have.nested.property("details[0].code", "UNIQUENESS_VIOLATION");
  });

  it("refuses a policy that does not exist", async () => {
    const { body } = await create({ name: "Staff", passwordPolicy: { id: "none" } });
    expect(body).to.have.nested.property("details[0].target", "passwordPolicy.id");
  });
});
