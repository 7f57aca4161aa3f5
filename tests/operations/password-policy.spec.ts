import { expect } from "chai";
import { parsePasswordPolicy } from "../../provider/operations/password-policy";

describe("parsePasswordPolicy", () => {
  it("reads after how many failures a policy locks", () => {
    expect(parsePasswordPolicy({ id: "p", name: "P", lockout: { failureCount: 5 } })).to.deep.equal({
      id: "p",
      lockoutFailureCount: 5,
    });
  });

  for (const lockout of [undefined, null]) {
    it(`knows that a policy whose lockout is ${String(lockout)} never locks`, () => {
      expect(parsePasswordPolicy({ id: "p", lockout })).to.deep.equal({ id: "p" });
    });
  }

  for (const lockout of [{ durationSeconds: 9 }, { failureCount: "5" }, {}, true, "5"]) {
    it(`takes the lockout ${JSON.stringify(lockout)}, which cannot be understood, for the strictest`, () => {
      expect(parsePasswordPolicy({ id: "p", lockout })).to.deep.equal({ id: "p", lockoutFailureCount: 0 });
    });
  }

  it("answers nothing for what is no policy", () => {
    expect([undefined, null, "p", [], { name: "P" }].map(parsePasswordPolicy)).to.deep.equal(
      Array.from({ length: 5 }),
    );
  });
});
