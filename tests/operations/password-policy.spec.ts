import { expect } from "chai";
import { parsePasswordPolicy } from "../../provider/operations/password-policy";

describe("parsePasswordPolicy", () => {
  it("names a policy without a name by its id", () => {
    expect(parsePasswordPolicy({ id: "p" })).to.deep.equal({ id: "p", name: "p" });
  });

  it("knows no lockout without its number of failures", () => {
    const policy = parsePasswordPolicy({ id: "p", name: "P", lockout: { durationSeconds: 9 } });
    expect(policy).to.deep.equal({ id: "p", name: "P" });
  });

  it("answers nothing for what is no policy", () => {
    expect([undefined, null, "p", [], { name: "P" }].map(parsePasswordPolicy)).to.deep.equal(
      Array.from({ length: 5 }),
    );
  });
});
