import { expect } from "chai";
import { useBench } from "../bench";

describe("updatePasswordPolicy", () => {
  const bench = useBench();
  const fields = {
    name: "Own",
    excludesProfileData: false,
    excludesCommonlyUsed: false,
    notSimilarToCurrent: false,
  };
  const update = (id: string, body: unknown) =>
    bench.call("PUT", `/passwordPolicies/${id}`, { type: "application/json", body });

  it("replaces the rules: those left out are no longer enforced", async () => {
    const id = bench.simulator.createPasswordPolicy({ name: "Own", default: true, length: { min: 20 } });
    const userId = bench.simulator.createUser({ username: "alice" });
    const set = () => bench.password(userId, "PUT", "set+json", { value: "short" });
    expect((await set()).status).to.equal(400);
    const { status, body } = await update(id, fields);
    expect(status).to.equal(200);
    expect(body).to.not.have.property("length");
    expect((await set()).status).to.equal(200);
  });

  it("leaves the default one the default until another takes over", async () => {
    const own = bench.simulator.createPasswordPolicy({ name: "Own", default: true });
    expect((await update(own, { ...fields, default: false })).body).to.include({ default: true });
    const other = bench.simulator.createPasswordPolicy({ name: "Other" });
    await update(other, { ...fields, name: "Other", default: true });
    expect((await bench.call("GET", `/passwordPolicies/${own}`)).body).to.include({ default: false });
  });

  it("answers 404 for an unknown one", async () => {
    expect((await update("none", fields)).status).to.equal(404);
  });
});
