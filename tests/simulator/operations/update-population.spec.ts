import { expect } from "chai";
import { textAt, useBench } from "../bench";

describe("updatePopulation", () => {
  const bench = useBench();
  const update = (id: string, body: unknown) =>
    bench.call("PUT", `/populations/${id}`, { type: "application/json", body });

  it("replaces the fields and drops those left out", async () => {
    bench.simulator.createPasswordPolicy({ name: "Lax" });
    const id = bench.simulator.createPopulation({ name: "Staff", passwordPolicy: "Lax" });
    const { status, body } = await update(id, { name: "People", description: "All of them" });
    expect(status).to.equal(200);
    expect(body).to.include({ id, name: "People", description: "All of them" });
    expect(body).not.to.have.property("passwordPolicy");
  });

  it("leaves the default one the default until another takes over", async () => {
    const { body } = await bench.call("GET", "/populations");
    const first = textAt(body, "_embedded.populations.0.id");
    expect((await update(first, { name: "First", default: false })).body).to.include({ default: true });
    const other = bench.simulator.createPopulation({ name: "Staff" });
    await update(other, { name: "Staff", default: true });
    expect((await bench.call("GET", `/populations/${first}`)).body).to.include({ default: false });
  });

  it("keeps its own name and refuses another's", async () => {
    const id = bench.simulator.createPopulation({ name: "Staff" });
    expect((await update(id, { name: "Staff" })).status).to.equal(200);
    expect((await update(id, { name: "Default" })).status).to.equal(400);
  });
});
