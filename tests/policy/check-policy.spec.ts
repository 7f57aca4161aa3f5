import { inspect } from "node:util";
import { expect } from "chai";
import type { PasswordPolicy } from "../../provider/operations";
import { checkPolicy, serversOwn } from "../../provider/policy";

/** PingOne's own Standard policy. */
const standard: PasswordPolicy = {
  id: "p",
  name: "Standard",
  excludesProfileData: true,
  excludesCommonlyUsed: true,
  notSimilarToCurrent: true,
  length: { min: 8, max: 255 },
  minCharacters: {
    ABCDEFGHIJKLMNOPQRSTUVWXYZ: 1,
    abcdefghijklmnopqrstuvwxyz: 1,
    "0123456789": 1,
    "~!@#$%^&*()-_=+[]{}|;:,.<>/?": 1,
  },
  maxRepeatedCharacters: 2,
  minUniqueCharacters: 5,
  history: { count: 6, retentionDays: 365 },
};

describe("checkPolicy", () => {
  it("finds nothing where every rule is met", () => {
    expect(checkPolicy(standard, { password: "Secret-Word.42", profile: ["alice"] })).to.deep.equal([]);
  });

  it("takes anything for a policy without rules", () => {
    expect(checkPolicy({ id: "p" }, { password: "a", profile: ["a"] })).to.deep.equal([]);
  });

  it("names every rule that is not met, and each class that is short", () => {
    const policy = { ...standard, minComplexity: 7, alphabetSequenceRule: { maxLength: 2 } };
    expect(checkPolicy(policy, { password: "aaabc", profile: ["AAABC"] })).to.deep.equal([
      { rule: "length", text: "needs 3 more characters (at least 8)", isCertain: true },
      { rule: "minCharacters", text: "needs 1 more upper-case letter", isCertain: true },
      { rule: "minCharacters", text: "needs 1 more digit", isCertain: true },
      { rule: "minCharacters", text: "needs 1 more special character", isCertain: true },
      {
        rule: "maxRepeatedCharacters",
        text: "repeats a character 3 times in a row (2 allowed)",
        isCertain: true,
      },
      {
        rule: "minUniqueCharacters",
        text: "needs 2 more different characters (at least 5)",
        isCertain: true,
      },
      { rule: "excludesProfileData", text: "is the same as an attribute of the user", isCertain: true },
      {
        rule: "minComplexity",
        text: "can be guessed within 7 days: make it longer, or mix more kinds of characters",
        isCertain: false,
      },
      {
        rule: "alphabetSequenceRule",
        text: "has 3 letters of the alphabet in a row (2 allowed)",
        isCertain: false,
      },
    ]);
  });

  it("says nothing of the password or the profile", () => {
    const found = checkPolicy(standard, { password: "zzzq", profile: ["ZZZQ", "other-attribute"] });
    expect(found).not.to.deep.equal([]);
    expect(inspect(found)).not.to.match(/zzz|other-attribute/i);
  });

  it("compares with no other password, which an administrator's set does not either", () => {
    const policy: PasswordPolicy = { id: "p", notSimilarToCurrent: true, excludesCommonlyUsed: true };
    expect(checkPolicy({ ...policy, history: { count: 1 } }, { password: "password" })).to.deep.equal([]);
  });
});

describe("serversOwn", () => {
  const cases: readonly (readonly [Omit<PasswordPolicy, "id">, readonly string[] | undefined, string[]])[] = [
    [{}, undefined, []],
    [{ excludesCommonlyUsed: false, excludesProfileData: false }, undefined, []],
    [{ history: {} }, undefined, ["the password history"]],
    [{ excludesCommonlyUsed: true }, undefined, ["PingOne's list of common passwords"]],
    [{ excludesProfileData: true }, undefined, ["the user's profile data"]],
    [{ excludesProfileData: true }, [], []],
  ];
  for (const [rules, profile, own] of cases) {
    it(`is ${JSON.stringify(own)} for ${JSON.stringify(rules)}${profile === undefined ? "" : " and a known profile"}`, () => {
      expect(serversOwn({ id: "p", ...rules }, { profile })).to.deep.equal(own);
    });
  }

  it("lists all of them in one order", () => {
    expect(serversOwn(standard)).to.deep.equal([
      "the password history",
      "PingOne's list of common passwords",
      "the user's profile data",
    ]);
  });
});
