import type { PolicyRule } from "./policy-rule";

type SequenceField =
  "alphabetSequenceRule" | "numberSequenceRule" | "qwertySequenceRule" | "shiftedNumberRowSequenceRule";

/**
 * A rule against pieces of a row longer than `maxLength`, forwards or backwards, in whatever case.
 * Rows do not wrap: from the last character no step leads to the first one.
 * @param rows in lower case; no character stands in two of them
 * @param origin what the text calls the rows
 */
export function sequenceRule(field: SequenceField, rows: readonly string[], origin: string): PolicyRule {
  return ({ value, policy }) => {
    const maxLength = policy[field]?.maxLength;
    if (maxLength === undefined || longestSequence(value.toLowerCase(), rows) <= maxLength) return [];
    return [
      "The provided password is not acceptable because it contains a sequence of more than " +
        `${maxLength} characters that follow each other ${origin}`,
    ];
  };
}

function longestSequence(value: string, rows: readonly string[]): number {
  let longest = 0;
  let length = 0;
  let direction = 0;
  let previous = "";
  for (const character of value) {
    const step = stepBetween(previous, character, rows);
    // Where the direction turns, the character before is the first one of the next sequence.
    if (step === 0) length = 1;
    else length = step === direction ? length + 1 : 2;
    longest = Math.max(longest, length);
    direction = step;
    previous = character;
  }
  return longest;
}

/** 1 when `to` comes next in a row, -1 when it comes before, else 0. */
function stepBetween(from: string, to: string, rows: readonly string[]): number {
  const row = rows.find((candidate) => from !== "" && candidate.includes(from) && candidate.includes(to));
  const step = row === undefined ? 0 : row.indexOf(to) - row.indexOf(from);
  return Math.abs(step) === 1 ? step : 0;
}
