import { expect } from "chai";
import type { PasswordPolicy } from "../../provider/operations";
import { excludesProfileData } from "../../provider/policy/excludes-profile-data";
import { length } from "../../provider/policy/length";
import { maxRepeatedCharacters } from "../../provider/policy/max-repeated-characters";
import { minCharacters } from "../../provider/policy/min-characters";
import { minComplexity } from "../../provider/policy/min-complexity";
import { minUniqueCharacters } from "../../provider/policy/min-unique-characters";
import type { PolicyRule } from "../../provider/policy/policy-rule";
import { sequences } from "../../provider/policy/sequences";

type Case = readonly [
  rules: Omit<PasswordPolicy, "id">,
  password: string,
  unmet: string[],
  profile?: readonly string[],
];

const UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LOWER = "abcdefghijklmnopqrstuvwxyz";
const SPECIAL = "~!@#$%^&*()-_=+[]{}|;:,.<>/?";

function table(name: string, rule: PolicyRule, isCertain: boolean, cases: readonly Case[]): void {
  describe(`the policy rule ${name}`, () => {
    for (const [rules, password, unmet, profile] of cases) {
      it(`${unmet.length === 0 ? "takes" : "does not take"} ${JSON.stringify(password)} for ${JSON.stringify(rules)}`, () => {
        const found = rule({ id: "p", ...rules }, { password, profile });
        expect(found.map(({ text }) => text)).to.deep.equal(unmet);
        expect(found.every((one) => one.isCertain === isCertain)).to.equal(true);
        expect(found.every(({ text }) => !text.includes(password) || password === "")).to.equal(true);
      });
    }
  });
}

table("length", length, true, [
  [{}, "", []],
  [{ length: { min: 8, max: 10 } }, "12345678", []],
  [{ length: { min: 8, max: 10 } }, "1234567", ["needs 1 more character (at least 8)"]],
  [{ length: { min: 8, max: 10 } }, "12345678901", ["has 1 character too many (at most 10)"]],
  [{ length: { min: 8, max: 10 } }, "123456789012", ["has 2 characters too many (at most 10)"]],
  [{ length: {} }, "xyxyxyx", ["needs 1 more character (at least 8)"]],
  [{ length: { min: 3 } }, "😀😀", ["needs 1 more character (at least 3)"]],
]);

table("minCharacters", minCharacters, true, [
  [{}, "", []],
  [{ minCharacters: { [UPPER]: 1, [LOWER]: 2 } }, "aBc", []],
  [
    { minCharacters: { [UPPER]: 2, [LOWER]: 1, "0123456789": 1, [SPECIAL]: 1 } },
    "",
    [
      "needs 2 more upper-case letters",
      "needs 1 more lower-case letter",
      "needs 1 more digit",
      "needs 1 more special character",
    ],
  ],
  [{ minCharacters: { [UPPER]: 1 } }, "Ä", ["needs 1 more upper-case letter"]],
  [{ minCharacters: { [SPECIAL]: 1 } }, "'", ["needs 1 more special character"]],
]);

table("maxRepeatedCharacters", maxRepeatedCharacters, true, [
  [{}, "aaaa", []],
  [{ maxRepeatedCharacters: 2 }, "aabbaa", []],
  [{ maxRepeatedCharacters: 2 }, "xaaay", ["repeats a character 3 times in a row (2 allowed)"]],
  [{ maxRepeatedCharacters: 2 }, "aAaA", []],
  [{ maxRepeatedCharacters: 1 }, "😀😀", ["repeats a character 2 times in a row (1 allowed)"]],
  [{ maxRepeatedCharacters: 1 }, "", []],
]);

table("minUniqueCharacters", minUniqueCharacters, true, [
  [{}, "", []],
  [{ minUniqueCharacters: 3 }, "aabbc", []],
  [{ minUniqueCharacters: 3 }, "aAaA", ["needs 1 more different character (at least 3)"]],
  [{ minUniqueCharacters: 5 }, "ab", ["needs 3 more different characters (at least 5)"]],
]);

table("excludesProfileData", excludesProfileData, true, [
  [{ excludesProfileData: false }, "alice", [], ["alice"]],
  [{ excludesProfileData: true }, "alice1", [], ["alice"]],
  [{ excludesProfileData: true }, "ALICE", ["is the same as an attribute of the user"], ["bob", "alice"]],
  [{ excludesProfileData: true }, "alice", []],
  [{ excludesProfileData: true }, "", [], [""]],
]);

const GUESSABLE = "can be guessed within 7 days: make it longer, or mix more kinds of characters";

table("minComplexity", minComplexity, false, [
  [{}, "a", []],
  [{ minComplexity: 7 }, "abcdefghij", [GUESSABLE]],
  [{ minComplexity: 7 }, "abcdefghijk", [GUESSABLE]],
  [{ minComplexity: 7 }, "abcdefghijkl", []],
  [{ minComplexity: 7 }, "aB3-efgh", [GUESSABLE]],
  [{ minComplexity: 7 }, "aB3-efghi", []],
  [{ minComplexity: 7 }, "ääääää", [GUESSABLE]],
  [{ minComplexity: 7 }, "ääääääää", []],
  [{ minComplexity: 7 }, "correct horse battery staple ".repeat(8), []],
  // A hair's breadth from the limit, beyond what a rounded number can tell.
  [
    { minComplexity: 8_835_812_373_658_893 },
    "ab~~~'@example.org",
    ["can be guessed within 8835812373658893 days: make it longer, or mix more kinds of characters"],
  ],
  [{ minComplexity: 8_835_812_373_658_892 }, "ab~~~'@example.org", []],
]);

table("of sequences", sequences, false, [
  [{}, "abcdefg", []],
  [{ alphabetSequenceRule: { maxLength: 3 } }, "abc-xyz", []],
  [
    { alphabetSequenceRule: { maxLength: 3 } },
    "xABCDx",
    ["has 4 letters of the alphabet in a row (3 allowed)"],
  ],
  [{ alphabetSequenceRule: { maxLength: 2 } }, "zyx", ["has 3 letters of the alphabet in a row (2 allowed)"]],
  [{ alphabetSequenceRule: { maxLength: 2 } }, "yza", []],
  [{ numberSequenceRule: { maxLength: 2 } }, "a123", ["has 3 digits in a row (2 allowed)"]],
  [{ numberSequenceRule: { maxLength: 2 } }, "135", []],
  [{ numberSequenceRule: { maxLength: 2 } }, "121", []],
  [{ qwertySequenceRule: { maxLength: 3 } }, "Qwert", ["has 5 keys of one row in a row (3 allowed)"]],
  [{ qwertySequenceRule: { maxLength: 3 } }, "pas", []],
  [
    { shiftedNumberRowSequenceRule: { maxLength: 3 } },
    "x$#@!",
    ["has 4 shifted number keys in a row (3 allowed)"],
  ],
]);
