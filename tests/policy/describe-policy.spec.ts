import { expect } from "chai";
import { describePolicy, describeSeconds } from "../../provider/policy";

describe("describePolicy", () => {
  it("has a text for every rule of PingOne's", () => {
    const policy = {
      id: "p",
      length: { min: 8, max: 64 },
      minCharacters: { ABCDEFGHIJKLMNOPQRSTUVWXYZ: 2, abcdefghijklmnopqrstuvwxyz: 0, "0123456789": 1 },
      minUniqueCharacters: 5,
      maxRepeatedCharacters: 2,
      minComplexity: 7,
      alphabetSequenceRule: { maxLength: 2 },
      numberSequenceRule: { maxLength: 3 },
      qwertySequenceRule: { maxLength: 3 },
      shiftedNumberRowSequenceRule: { maxLength: 3 },
      excludesCommonlyUsed: true,
      excludesProfileData: true,
      notSimilarToCurrent: true,
      history: { count: 6, retentionDays: 365 },
      minAgeDays: 1,
      maxAgeDays: 182,
      lockout: { failureCount: 5, durationSeconds: 900 },
    };
    expect(describePolicy(policy)).to.deep.equal([
      "8 to 64 characters",
      "at least 2 upper-case letters, 1 digit",
      "at least 5 different characters",
      "no character more than 2 times in a row",
      "not to be guessed within 7 days",
      "at most 2 letters of the alphabet in a row",
      "at most 3 digits in a row",
      "at most 3 keys of one row in a row",
      "at most 3 shifted number keys in a row",
      "no commonly used password",
      "nothing of the user's profile",
      "not similar to the current one",
      "not one of the last 6 in 365 days",
      "to be kept for 1 day",
      "expires after 182 days",
      "locked for 15 min after 5 wrong passwords",
    ]);
  });

  it("says that there is no lockout, or none that ends by itself", () => {
    expect(describePolicy({ id: "p" })).to.deep.equal(["no lockout"]);
    expect(describePolicy({ id: "p", lockout: { failureCount: 1 }, history: {} })).to.deep.equal([
      "not an earlier one",
      "locked until it is unlocked after 1 wrong password",
    ]);
  });
});

describe("describeSeconds", () => {
  it("uses minutes from one minute on", () => {
    expect([50, 60, 898, 0].map(describeSeconds)).to.deep.equal(["50 s", "1 min", "14 min 58 s", "0 s"]);
  });
});
