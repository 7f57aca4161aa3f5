import { expect } from "chai";
import { createLivingUsers } from "../../provider/lifecycle";

describe("createLivingUsers", () => {
  it("has the users that were declared", () => {
    const users = createLivingUsers();
    expect(users.has("e/u")).to.equal(false);
    expect(users.declare("e/u", "alice")).to.equal(undefined);
    expect([users.has("e/u"), users.has("e/v")]).to.deep.equal([true, false]);
  });

  it("answers the first resource to every other one that declares the same user", () => {
    const users = createLivingUsers();
    users.declare("e/u", "alice");
    expect(["bob", "alice", "carol"].map((name) => users.declare("e/u", name))).to.deep.equal([
      "alice",
      undefined,
      "alice",
    ]);
  });
});
