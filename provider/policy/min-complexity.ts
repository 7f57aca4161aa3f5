import { count, type PolicyRule } from "./policy-rule";

/** Guesses a second that PingOne's own sign-on page reckons with. */
const GUESSES_PER_DAY = 100_000_000_000n * 86_400n;

/** Characters to be tried for each class that occurs; any other character makes it 256. */
const DEPTHS: readonly (readonly [RegExp, bigint])[] = [
  [/[a-z]/, 26n],
  [/[A-Z]/, 26n],
  [/[0-9]/, 10n],
  [/[ -/:-@[-`{-~]/, 33n],
];

/** At least so many days to guess it by trying everything. PingOne documents no formula: this is the one of its sign-on page. */
export const minComplexity: PolicyRule = ({ minComplexity: needed }, { password }) =>
  needed === undefined || withstands(password, needed)
    ? []
    : [
        {
          rule: "minComplexity",
          text: `can be guessed within ${count(needed, "day")}: make it longer, or mix more kinds of characters`,
          isCertain: false,
        },
      ];

/** Whole numbers: a rounded one is wrong right at the limit. */
function withstands(password: string, days: number): boolean {
  const needed = BigInt(Math.ceil(Math.min(days, Number.MAX_VALUE))) * GUESSES_PER_DAY;
  const isAscii = /^[ -~]*$/.test(password);
  const depth = isAscii
    ? DEPTHS.reduce((sum, [characters, size]) => sum + (characters.test(password) ? size : 0n), 0n)
    : 256n;
  let guesses = 0n;
  let power = 1n;
  for (let position = 0; position < Array.from(password).length && guesses < needed; position += 1) {
    power *= depth;
    guesses += power;
  }
  return guesses >= needed;
}
