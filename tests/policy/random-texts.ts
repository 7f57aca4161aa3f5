import * as fc from "fast-check";

const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789",
  "qwertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "!@#$%^&*()",
  // Neither goes on from its end to its start, nor does a keyboard's own row of digits count.
  "xyzabc",
  "7890123",
];

/** Every class of minCharacters, the marks that are in none, and what is easily miscounted or turned into something else. */
const CHARACTERS = [
  "ABCXYZIK",
  "abcxyzik",
  "0123456789",
  "~!@#$%^&*()-_=+[]{}|;:,.<>/?",
  "'\"`\\ ",
  "\t\n\r\0\u007f\u2028",
  "äÄßéÉøıſ",
  // These become ASCII letters in lower case, the first of them two characters.
  "İK",
  "😀🙈𝒜👩‍👩‍👧e\u0301",
];

const character = fc.oneof(
  ...CHARACTERS.map((members) => fc.constantFrom(...Array.from(members))),
  // Half of a pair: no character, and yet one to count.
  fc.constantFrom("\ud83d", "\ude00"),
);

const run = fc.tuple(character, fc.integer({ min: 2, max: 5 })).map(([one, times]) => one.repeat(times));

const sequence = fc
  .tuple(
    fc.constantFrom(...ROWS),
    fc.nat(20),
    fc.integer({ min: 2, max: 6 }),
    fc.boolean(),
    fc.constantFrom("lower", "upper", "mixed"),
  )
  .map(([row, start, length, isBackwards, letterCase]) => {
    const piece = row.slice(start % (row.length - 1), (start % (row.length - 1)) + length);
    const text = isBackwards ? Array.from(piece).reverse().join("") : piece;
    return letterCase === "lower" ? text : letterCase === "upper" ? text.toUpperCase() : swapCase(text);
  });

/** One that satisfies most policies, so that rules are also seen to be satisfied. */
const strong = fc
  .tuple(fc.constantFrom("Gk4-Wm9+Rt2=", "tR_7.uJ:1;fY"), fc.nat(11))
  .map(([text, turn]) => text.slice(turn) + text.slice(0, turn));

/** Few different characters, two of which differ in half of their pairs alone. */
const few = fc
  .array(fc.constantFrom("😀", "😁", "a", "A"), { minLength: 2, maxLength: 6 })
  .map((some) => some.join(""));

/** Texts of one to some dozens of characters that rules may stumble over. */
export const texts = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .array(fc.oneof({ weight: 4, arbitrary: character }, run, sequence, strong), {
        minLength: 1,
        maxLength: 9,
      })
      .map((pieces) => pieces.join("")),
  },
  few,
);

/** Every other character in the other case. */
export function swapCase(text: string): string {
  return Array.from(text)
    .map((one, index) => (index % 2 === 0 ? one.toUpperCase() : one.toLowerCase()))
    .join("");
}
