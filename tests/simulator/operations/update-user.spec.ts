import { expect } from "chai";
import { useBench } from "../bench";

describe("updateUser", () => {
  const bench = useBench();
  const update = (id: string, body: unknown) =>
    bench.call("PATCH", `/users/${id}`, { type: "application/json", body });

  it("changes what is given and keeps the rest", async () => {
    const name = { given: "Alice", family: "Smith" };
    const id = bench.simulator.createUser({ username: "alice", email: "alice@example.com", name });
    const { status, body } = await update(id, { name: { family: "Jones" }, nickname: "Al" });
    expect(status).to.equal(200);
    expect(body).to.deep.include({
      username: "alice",
      email: "alice@example.com",
      name: { given: "Alice", family: "Jones" },
      nickname: "Al",
    });
  });

  it("removes what is null", async () => {
    const id = bench.simulator.createUser({
      username: "alice",
      email: "alice@example.com",
      name: { given: "A" },
    });
    const { body } = await update(id, { email: null, name: null });
    expect(body).not.to.have.any.keys("email", "name");
  });

  it("removes the parts of a name that are null and keeps the others", async () => {
    const id = bench.simulator.createUser({ username: "alice", name: { given: "A", family: "S" } });
    const { body } = await update(id, { name: { given: null, middle: "M" } });
    expect(body).to.have.property("name").that.deep.equals({ family: "S", middle: "M" });
  });

  it("lets the user be found by the new external id and name only", async () => {
    const id = bench.simulator.createUser({ username: "alice", externalId: "x1" });
    await update(id, { externalId: "x2", username: "alicia" });
    for (const [filter, count] of [
      ['externalId eq "x1"', 0],
      ['externalId eq "x2"', 1],
      ['username eq "alice"', 0],
      ['username eq "Alicia"', 1],
    ] as const) {
      const { body } = await bench.call("GET", `/users?filter=${encodeURIComponent(filter)}`);
      expect(body, filter).to.include({ count });
    }
    expect((await update(id, { externalId: null })).body).not.to.have.property("externalId");
  });

  it("moves updatedAt", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    bench.simulator.advance(1000);
    const { body } = await update(id, { nickname: "Al" });
    expect(body).to.have.property("updatedAt").that.is.a("string").and.is.not.equal(createdAt(body));
  });

  it("refuses another user's name", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    bench.simulator.createUser({ username: "bob" });
    expect((await update(id, { username: "bob" })).status).to.equal(400);
  });
});

function createdAt(body: unknown): unknown {
  return typeof body === "object" && body !== null ? Reflect.get(body, "createdAt") : undefined;
}
