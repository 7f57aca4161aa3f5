import { expect } from "chai";
import { excludesCommonlyUsed } from "../../../simulator/policy/excludes-commonly-used";
import { subject } from "./subject";

describe("excludesCommonlyUsed", () => {
  const rules = { excludesCommonlyUsed: true };

  it("refuses a common password, in whatever case", () => {
    for (const value of ["password", "PassWord", "qwerty"]) {
      expect(excludesCommonlyUsed(subject(value, rules))).to.deep.equal([
        "The provided password (or a variant of that password) was found in a list of prohibited passwords",
      ]);
    }
  });

  it("accepts one that only contains a common password", () => {
    expect(excludesCommonlyUsed(subject("my-password-is-long", rules))).to.deep.equal([]);
  });

  it("says nothing when it is not enforced", () => {
    expect(excludesCommonlyUsed(subject("password", {}))).to.deep.equal([]);
  });
});
