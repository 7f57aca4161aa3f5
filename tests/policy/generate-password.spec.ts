import { expect } from "chai";
import type { PasswordPolicy } from "../../provider/operations";
import { checkPolicy, generatePassword, type Recipe } from "../../provider/policy";

type Rules = Omit<PasswordPolicy, "id">;

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
const SPECIAL = "~!@#$%^&*()-_=+[]{}|;:,.<>/?";
const CLASSES = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** Numbers that look random, the same ones every time. */
function repeatable(): (below: number) => number {
  let state = 42;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function generate(rules: Rules, recipe: Recipe = {}, random = repeatable()): string {
  return generatePassword({ id: "p", ...rules }, recipe, random) ?? expect.fail("none was found");
}

describe("generatePassword", () => {
  const policies: readonly Rules[] = [
    {},
    { length: { min: 8, max: 255 }, minCharacters: { [UPPER]: 1, [LOWER]: 1, [DIGITS]: 1, [SPECIAL]: 1 } },
    { minCharacters: { [SPECIAL]: 6, [DIGITS]: 6 } },
    { maxRepeatedCharacters: 1 },
    { minUniqueCharacters: 20 },
    { minComplexity: 7 },
    { alphabetSequenceRule: { maxLength: 2 }, numberSequenceRule: { maxLength: 2 } },
    { qwertySequenceRule: { maxLength: 3 }, shiftedNumberRowSequenceRule: { maxLength: 1 } },
    { excludesProfileData: true, excludesCommonlyUsed: true, notSimilarToCurrent: true },
  ];
  for (const rules of policies) {
    it(`satisfies ${JSON.stringify(rules)} every time`, () => {
      const random = repeatable();
      for (let times = 0; times < 200; times += 1) {
        const password = generate(rules, {}, random);
        expect(checkPolicy({ id: "p", ...rules }, { password })).to.deep.equal([]);
        expect(password).to.match(/^[\w\-=+.,:@%^]+$/);
      }
    });
  }

  it("has some of every kind, whatever the policy asks for", () => {
    const random = repeatable();
    for (let times = 0; times < 200; times += 1) {
      const password = generate({ minCharacters: { [DIGITS]: 3 } }, { length: 8 }, random);
      expect(CLASSES.filter((kind) => !kind.test(password))).to.deep.equal([]);
    }
  });

  const lengths: readonly (readonly [Rules, Recipe, number])[] = [
    [{}, {}, 24],
    [{}, { length: 8 }, 8],
    [{}, { length: 255 }, 255],
    [{ length: { min: 32 } }, {}, 32],
    [{ length: { min: 8, max: 16 } }, {}, 16],
    [{ length: { max: 255 } }, {}, 24],
    [{ minCharacters: { [UPPER]: 15, [LOWER]: 15 } }, {}, 30],
    [{ minUniqueCharacters: 30 }, {}, 60],
    [{ length: { min: 8, max: 255 } }, { length: 12 }, 12],
    [{ minCharacters: { [UPPER]: 8 } }, { length: 8 }, 8],
  ];
  for (const [rules, recipe, length] of lengths) {
    it(`has ${length} characters for ${JSON.stringify(recipe)} and ${JSON.stringify(rules)}`, () => {
      expect(generate(rules, recipe)).to.have.length(length);
    });
  }

  it("avoids what is ambiguous, and nothing else", () => {
    const random = repeatable();
    const draw = (recipe: Recipe) =>
      new Set(Array.from({ length: 300 }, () => generate({}, recipe, random)).join(""));
    const all = draw({});
    const clear = draw({ avoid: "ambiguous" });
    const left = Array.from(all).filter((character) => !clear.has(character));
    expect(left.sort().join("")).to.equal(",.01258:BIOSZl");
  });

  const impossible: readonly (readonly [what: string, Rules, Recipe])[] = [
    ["shorter than the policy's minimum", { length: { min: 12 } }, { length: 8 }],
    ["longer than the policy's maximum", { length: { min: 8, max: 16 } }, { length: 24 }],
    ["with more of each kind than it is long", { minCharacters: { [UPPER]: 5, [LOWER]: 5 } }, { length: 8 }],
    ["with more different characters than it is long", { minUniqueCharacters: 9 }, { length: 8 }],
    ["too simple however it is made", { minComplexity: 1_000_000 }, { length: 8 }],
    ["of a class that is ambiguous as a whole", { minCharacters: { "0O": 1 } }, { avoid: "ambiguous" }],
  ];
  for (const [what, rules, recipe] of impossible) {
    it(`finds none ${what}`, () => {
      expect(generatePassword({ id: "p", ...rules }, recipe, repeatable())).to.equal(undefined);
    });
  }

  it("gives up with a source that always says the same", () => {
    expect(generatePassword({ id: "p", maxRepeatedCharacters: 2 }, {}, () => 0)).to.equal(undefined);
  });

  it("asks its source for numbers below what there is to choose from, down to one", () => {
    const asked: number[] = [];
    const password = generate({}, { length: 8 }, (below) => {
      asked.push(below);
      return below - 1 - (asked.length % Math.min(below, 3));
    });
    // Eight characters drawn, the first four of one class each; then put in any order.
    expect(asked).to.deep.equal([26, 26, 10, 10, 72, 72, 72, 72, 8, 7, 6, 5, 4, 3, 2, 1]);
    expect(password).to.have.length(8).and.to.match(/[A-Z]/).and.to.match(/[a-z]/).and.to.match(/[0-9]/);
  });

  it("prefers no kind of character at either end", () => {
    const random = repeatable();
    const drawn = Array.from({ length: 8_000 }, () => generate({}, { length: 8 }, random));
    for (const kind of CLASSES) {
      const shareAt = (place: number) =>
        drawn.filter((password) => kind.test(password.charAt(place))).length / drawn.length;
      const shares = [0, 1, 2, 3, 4, 5, 6, 7].map(shareAt);
      const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      expect(shares.filter((share) => Math.abs(share - mean) > 0.03)).to.deep.equal([]);
    }
  });

  it("takes cryptographic numbers by itself, so that no two are alike", () => {
    const drawn = Array.from({ length: 500 }, () => generatePassword({ id: "p" }, { length: 8 }));
    expect(new Set(drawn).size).to.equal(500);
  });
});
