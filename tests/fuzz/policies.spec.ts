import * as fc from "fast-check";
import { expect } from "chai";
import { parsePasswordPolicy } from "../../provider/operations/password-policy";
import { checkPolicy, generatePassword, serversOwn } from "../../provider/policy";
import { texts } from "../policy/random-texts";
import { drawing, PATIENCE } from "./drawing";
import { expectPrototypesUntouched } from "./planted";

const NUMBERS = fc.oneof(
  fc.constantFrom(0, -0, -1, 0.5, 1e9, -1e9, 1e21, 1e308, -1e308, 2 ** 53, 5e-324, Infinity, -Infinity, NaN),
  fc.integer({ min: -10, max: 300 }),
);

const numbers = (...names: string[]) =>
  fc.record(Object.fromEntries(names.map((name) => [name, NUMBERS])), { requiredKeys: [] });

const policies = fc.record(
  {
    id: fc.constant("p"),
    length: numbers("min", "max"),
    minCharacters: fc.oneof(
      fc.dictionary(fc.string(), NUMBERS),
      numbers("ABC", "abc", "0123456789", "__proto__", ""),
    ),
    minComplexity: NUMBERS,
    maxRepeatedCharacters: NUMBERS,
    minUniqueCharacters: NUMBERS,
    alphabetSequenceRule: numbers("maxLength"),
    qwertySequenceRule: numbers("maxLength"),
    history: numbers("count"),
    lockout: fc.oneof(numbers("failureCount"), fc.jsonValue()),
    excludesProfileData: fc.boolean(),
  },
  { requiredKeys: ["id"] },
);

describe("policies of any kind", () => {
  it("are held against any password, and make one or none", function () {
    this.timeout(PATIENCE);
    fc.assert(
      fc.property(policies, texts, (body, password) => {
        const policy = parsePasswordPolicy(body) ?? expect.fail("no policy");
        for (const { rule, text } of checkPolicy(policy, { password })) {
          expect(rule).to.match(/^\w+$/);
          expect(text).to.match(/\S/).and.not.to.contain("NaN");
        }
        serversOwn(policy);
        const made = generatePassword(policy, {});
        if (made !== undefined) {
          expect(checkPolicy(policy, { password: made })).to.deep.equal([]);
        }
        expectPrototypesUntouched();
      }),
      drawing(25, 1_000),
    );
  });

  for (const min of [1e9, 1e308]) {
    it(`make no password of ${min} characters`, () => {
      const policy = parsePasswordPolicy({ id: "p", length: { min, max: min } }) ?? expect.fail("no policy");
      expect(generatePassword(policy, {})).to.equal(undefined);
    });
  }
});
