import { expect } from "chai";
import { excludesProfileData } from "../../../simulator/policy/excludes-profile-data";
import { NAME_PARTS, TEXT_ATTRIBUTES } from "../../../simulator/state/user";
import { subject } from "./subject";

describe("excludesProfileData", () => {
  const rules = { excludesProfileData: true };
  const attributes = { username: "alice.liddell", email: "alice@example.com", name: { given: "Elizabeth" } };
  const breaks = (value: string) => excludesProfileData(subject(value, rules, { attributes })).length > 0;

  it("refuses the username, the address and a part of the name", () => {
    for (const value of ["alice.liddell", "alice@example.com", "Elizabeth"]) {
      expect(excludesProfileData(subject(value, rules, { attributes })), value).to.deep.equal([
        "The provided password is not acceptable because it is the value of an attribute in the user's profile",
      ]);
    }
  });

  for (const attribute of TEXT_ATTRIBUTES) {
    it(`refuses the value of ${attribute}`, () => {
      const own = { username: "alice", [attribute]: "+1 555 0100" };
      expect(excludesProfileData(subject("+1 555 0100", rules, { attributes: own }))).to.have.length(1);
    });
  }

  for (const part of NAME_PARTS) {
    it(`refuses the value of name.${part}`, () => {
      const own = { username: "alice", name: { [part]: "Wonderland" } };
      expect(excludesProfileData(subject("Wonderland", rules, { attributes: own }))).to.have.length(1);
    });
  }

  it("takes upper and lower case for the same", () => {
    expect(breaks("ALICE.Liddell")).to.equal(true);
    expect(breaks("elizabeth")).to.equal(true);
  });

  it("accepts one that contains a value, or is a part of one", () => {
    for (const value of ["Elizabeth1", "alice", "example.com", "lleddil.ecila"]) {
      expect(breaks(value), value).to.equal(false);
    }
  });

  it("says nothing when it is not enforced", () => {
    expect(excludesProfileData(subject("Elizabeth", {}, { attributes }))).to.deep.equal([]);
  });
});
