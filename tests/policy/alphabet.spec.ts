import { expect } from "chai";
import { characterClasses, needsOf, withoutAmbiguous } from "../../provider/policy/alphabet";

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
const SPECIAL = "~!@#$%^&*()-_=+[]{}|;:,.<>/?";
const PLAIN = "-_=+.,:@%^";

describe("characterClasses", () => {
  it("are letters, digits and harmless marks, one of each, where a policy names none", () => {
    expect(characterClasses({ id: "p" }, 24)).to.deep.equal([
      { members: UPPER, needed: 1 },
      { members: LOWER, needed: 1 },
      { members: DIGITS, needed: 1 },
      { members: PLAIN, needed: 1 },
    ]);
  });

  it("are those of the policy first, its special characters without what a shell would read", () => {
    const classes = characterClasses({ id: "p", minCharacters: { [SPECIAL]: 3, [DIGITS]: 2 } }, 24);
    expect(classes.map(({ needed }) => needed)).to.deep.equal([3, 2, 1, 1]);
    expect(Array.from(classes[0]?.members ?? "").sort()).to.deep.equal(Array.from(PLAIN).sort());
    expect(classes.slice(1).map(({ members }) => members)).to.deep.equal([DIGITS, UPPER, LOWER]);
  });

  it("keep a class that is nothing but what a shell would read", () => {
    expect(characterClasses({ id: "p", minCharacters: { "$&|": 1 } }, 24)[0]).to.deep.equal({
      members: "$&|",
      needed: 1,
    });
  });

  it("hold no character twice, which would be drawn more often", () => {
    for (const minCharacters of [
      {},
      { [SPECIAL]: 1 },
      { [UPPER]: 1, [LOWER]: 1, [DIGITS]: 1, [SPECIAL]: 1 },
    ]) {
      const all = characterClasses({ id: "p", minCharacters }, 24)
        .map(({ members }) => members)
        .join("");
      expect(new Set(all).size).to.equal(all.length);
    }
  });

  it("do not take the room that the policy's own need", () => {
    const classes = characterClasses({ id: "p", minCharacters: { [UPPER]: 7 } }, 8);
    expect(classes.map(({ needed }) => needed)).to.deep.equal([7, 1, 0, 0]);
    const full = characterClasses({ id: "p", minCharacters: { [UPPER]: 8 } }, 8);
    expect(full.map(({ needed }) => needed)).to.deep.equal([8, 0, 0, 0]);
  });
});

describe("needsOf", () => {
  it("adds the classes up", () => {
    expect([needsOf(), needsOf({}), needsOf({ [UPPER]: 2, [DIGITS]: 3 })]).to.deep.equal([0, 0, 5]);
  });
});

describe("withoutAmbiguous", () => {
  it("leaves out what is taken for something else in print", () => {
    expect(withoutAmbiguous(UPPER)).to.equal("ACDEFGHJKLMNPQRTUVWXY");
    expect(withoutAmbiguous(LOWER)).to.equal("abcdefghijkmnopqrstuvwxyz");
    expect(withoutAmbiguous(DIGITS)).to.equal("34679");
    expect(withoutAmbiguous(SPECIAL)).to.equal("~!@#$%^&*()-_=+[]{}<>/?");
  });
});
