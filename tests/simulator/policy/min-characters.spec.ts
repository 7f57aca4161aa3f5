import { expect } from "chai";
import { minCharacters } from "../../../simulator/policy/min-characters";
import { subject } from "./subject";

describe("minCharacters", () => {
  const rules = {
    minCharacters: {
      ABCDEFGHIJKLMNOPQRSTUVWXYZ: 1,
      abcdefghijklmnopqrstuvwxyz: 1,
      "0123456789": 2,
      "~!@#$%^&*()-_=+[]{}|;:,.<>/?": 1,
    },
  };

  it("accepts enough of each class", () => {
    expect(minCharacters(subject("Aa11.", rules))).to.deep.equal([]);
  });

  it("answers one text for each class that is short", () => {
    expect(minCharacters(subject("", rules))).to.have.length(4);
    expect(minCharacters(subject("Aa1.", rules))).to.deep.equal([
      "The provided password did not contain enough characters from the character set '0123456789'.  " +
        "The minimum number of characters from that set that must be present in user passwords is 2",
    ]);
  });

  it("prints the upper-case class from Z to A", () => {
    expect(minCharacters(subject("a11.", rules))[0]).to.contain("'ZYXWVUTSRQPONMLKJIHGFEDCBA'");
  });

  it("counts no letter outside of the four classes", () => {
    expect(minCharacters(subject("Äa11.", rules))).to.have.length(1);
  });

  it("says nothing when it is not enforced", () => {
    expect(minCharacters(subject("", {}))).to.deep.equal([]);
  });
});
