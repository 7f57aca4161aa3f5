import { expect } from "chai";
import { useBench } from "../bench";

describe("updateUserPopulation", () => {
  const bench = useBench();
  const move = (userId: string, body: unknown) =>
    bench.call("PUT", `/users/${userId}/population`, { type: "application/json", body });

  it("moves the user, under the policy of the new population", async () => {
    const { simulator } = bench;
    const policyId = simulator.createPasswordPolicy({ name: "Lax" });
    const id = simulator.createPopulation({ name: "Staff", passwordPolicy: "Lax" });
    const userId = simulator.createUser({ username: "alice" });
    const { status, body } = await move(userId, { id });
    expect(status).to.equal(200);
    expect(body).to.include({ id });
    expect(simulator.readUser(userId)?.populationId).to.equal(id);
    expect(body).to.include({ userCount: 1 });
    expect(simulator.readUser(userId)?.password.passwordPolicyId).to.equal(policyId);
  });

  it("refuses a population that does not exist", async () => {
    const { status, body } = await move(bench.simulator.createUser({ username: "alice" }), { id: "none" });
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].target", "id");
  });
});
