import { expect } from "chai";
import { parsePasswordPolicy } from "../../provider/operations/password-policy";

describe("parsePasswordPolicy", () => {
  const whole = {
    id: "p",
    name: "Strict",
    description: "for administrators",
    default: true,
    excludesProfileData: true,
    excludesCommonlyUsed: false,
    notSimilarToCurrent: true,
    length: { min: 8, max: 255 },
    minCharacters: { "0123456789": 1, ABCDEFGHIJKLMNOPQRSTUVWXYZ: 2 },
    minComplexity: 7,
    maxRepeatedCharacters: 2,
    minUniqueCharacters: 5,
    history: { count: 6, retentionDays: 365 },
    lockout: { failureCount: 5, durationSeconds: 900 },
    maxAgeDays: 182,
    minAgeDays: 1,
    alphabetSequenceRule: { maxLength: 2 },
    numberSequenceRule: { maxLength: 3 },
    qwertySequenceRule: { maxLength: 3 },
    shiftedNumberRowSequenceRule: { maxLength: 3 },
  };

  it("reads every rule, and nothing that is none", () => {
    const body = { ...whole, environment: { id: "e" }, populationCount: 3, updatedAt: "2026-11-21" };
    expect(parsePasswordPolicy(body)).to.deep.equal(whole);
  });

  it("takes what has another type than documented for absent", () => {
    const odd = Object.fromEntries(Object.keys(whole).map((name) => [name, []]));
    const history = { count: "6", retentionDays: 365 };
    const body = { ...odd, id: "p", lockout: null, history };
    expect(parsePasswordPolicy(body)).to.deep.equal({ id: "p", history: { retentionDays: 365 } });
  });

  it("reads after how many failures a policy locks", () => {
    expect(parsePasswordPolicy({ id: "p", name: "P", lockout: { failureCount: 5 } })).to.deep.equal({
      id: "p",
      name: "P",
      lockout: { failureCount: 5 },
    });
  });

  for (const lockout of [undefined, null]) {
    it(`knows that a policy whose lockout is ${String(lockout)} never locks`, () => {
      expect(parsePasswordPolicy({ id: "p", lockout })).to.deep.equal({ id: "p" });
    });
  }

  for (const lockout of [{ failureCount: "5" }, {}, true, "5"]) {
    it(`takes the lockout ${JSON.stringify(lockout)}, which cannot be understood, for the strictest`, () => {
      expect(parsePasswordPolicy({ id: "p", lockout })).to.deep.equal({
        id: "p",
        lockout: { failureCount: 0 },
      });
    });
  }

  it("takes a lockout of a duration alone for the strictest", () => {
    expect(parsePasswordPolicy({ id: "p", lockout: { durationSeconds: 9 } })).to.deep.equal({
      id: "p",
      lockout: { failureCount: 0, durationSeconds: 9 },
    });
  });

  it("answers nothing for what is no policy", () => {
    expect([undefined, null, "p", [], { name: "P" }].map(parsePasswordPolicy)).to.deep.equal(
      Array.from({ length: 5 }),
    );
  });
});
