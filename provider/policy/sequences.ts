import type { PasswordPolicy } from "../operations";
import type { PolicyRule } from "./policy-rule";

/** A rule about neighbours in a row. */
export type SequenceRule =
  "alphabetSequenceRule" | "numberSequenceRule" | "qwertySequenceRule" | "shiftedNumberRowSequenceRule";

/** What counts as a sequence of each rule, in both directions and whatever the case. */
export const SEQUENCES: Readonly<Record<SequenceRule, { rows: readonly string[]; name: string }>> = {
  alphabetSequenceRule: { rows: ["abcdefghijklmnopqrstuvwxyz"], name: "letters of the alphabet" },
  numberSequenceRule: { rows: ["0123456789"], name: "digits" },
  qwertySequenceRule: { rows: ["qwertyuiop", "asdfghjkl", "zxcvbnm"], name: "keys of one row" },
  shiftedNumberRowSequenceRule: { rows: ["!@#$%^&*()"], name: "shifted number keys" },
};

/** No neighbours in a row beyond so many. PingOne documents that the rules exist, not how they count. */
export const sequences: PolicyRule = (policy, { password }) =>
  (Object.keys(SEQUENCES) as SequenceRule[]).flatMap((rule) => sequence(policy, rule, password));

function sequence(policy: PasswordPolicy, rule: SequenceRule, password: string) {
  const allowed = policy[rule]?.maxLength;
  const { rows, name } = SEQUENCES[rule];
  const longest = Math.max(...rows.map((row) => longestSequence(password.toLowerCase(), row)));
  return allowed === undefined || longest <= allowed
    ? []
    : [{ rule, text: `has ${longest} ${name} in a row (${allowed} allowed)`, isCertain: false }];
}

/** The longest run of neighbours of a row, forwards or backwards. */
function longestSequence(text: string, row: string): number {
  let longest = 0;
  for (const direction of [1, -1]) {
    let run = 0;
    let last = NaN;
    for (const character of text) {
      const place = row.indexOf(character);
      run = place < 0 ? 0 : place === last + direction ? run + 1 : 1;
      last = place < 0 ? NaN : place;
      longest = Math.max(longest, run);
    }
  }
  return longest;
}
