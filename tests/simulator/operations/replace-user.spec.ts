import { expect } from "chai";
import { useBench } from "../bench";

describe("replaceUser", () => {
  const bench = useBench();
  const replace = (id: string, body: unknown) =>
    bench.call("PUT", `/users/${id}`, { type: "application/json", body });

  it("drops the attributes left out and keeps population, enabled and password", async () => {
    const { simulator } = bench;
    const populationId = simulator.createPopulation({ name: "Staff" });
    const user = {
      username: "alice",
      email: "alice@example.com",
      population: "Staff",
      enabled: false,
      password: "x",
    };
    const id = simulator.createUser(user);
    const { status, body } = await replace(id, {
      username: "alice2",
      name: { given: "Alice" },
      enabled: true,
    });
    expect(status).to.equal(200);
    expect(body).to.deep.include({ username: "alice2", name: { given: "Alice" }, enabled: false });
    expect(body)
      .to.deep.include({ population: { id: populationId } })
      .and.not.to.have.property("email");
    expect(simulator.verifyPassword(id, "x")).to.equal(true);
  });

  it("frees the old username and keeps the new one", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    await replace(id, { username: "alice2" });
    bench.simulator.createUser({ username: "alice" });
    expect(() => bench.simulator.createUser({ username: "alice2" })).to.throw("username");
  });

  it("takes the same username again and refuses another user's", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    bench.simulator.createUser({ username: "bob" });
    expect((await replace(id, { username: "Alice" })).status).to.equal(200);
    const { body } = await replace(id, { username: "bob" });
    expect(body).to.have.nested.property("details[0].code", "UNIQUENESS_VIOLATION");
  });

  it("requires a username", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    expect((await replace(id, { email: "alice@example.com" })).status).to.equal(400);
  });
});
