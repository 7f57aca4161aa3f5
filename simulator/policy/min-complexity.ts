import type { PolicyRule } from "./policy-rule";

const GUESSES_PER_DAY = 100_000_000_000n * 86_400n;

/** How many characters a guesser has to try at each place, class by class. */
const CLASSES = [
  { pattern: /[a-z]/, depth: 26 },
  { pattern: /[A-Z]/, depth: 26 },
  { pattern: /[0-9]/, depth: 10 },
  // What is left of printable ASCII: the space and 32 marks, more than the symbols of minCharacters.
  { pattern: /[ -/:-@[-`{-~]/, depth: 33 },
] as const;
const PRINTABLE_ASCII = /^[ -~]*$/;
const FULL_DEPTH = 256;

/** `minComplexity`: the days it takes to try every value that is no longer and made of the same classes. */
export const minComplexity: PolicyRule = ({ value, policy }) => {
  const days = policy.minComplexity;
  if (days === undefined || bearsGuesses(value, BigInt(days) * GUESSES_PER_DAY)) return [];
  return [
    "The provided password is not complex enough.  " +
      `The minimum number of days that guessing a user password must take is ${days}`,
  ];
};

/** Adds up lengths until there are enough, so that a long passphrase needs no large number. */
function bearsGuesses(value: string, required: bigint): boolean {
  const depth = BigInt(depthOf(value));
  const { length } = Array.from(value);
  let values = 1n;
  let sum = 0n;
  for (let place = 1; place <= length; place += 1) {
    values *= depth;
    sum += values;
    if (sum >= required) return true;
  }
  return false;
}

function depthOf(value: string): number {
  if (!PRINTABLE_ASCII.test(value)) return FULL_DEPTH;
  return CLASSES.filter(({ pattern }) => pattern.test(value)).reduce((sum, { depth }) => sum + depth, 0);
}
