import { sequenceRule } from "./sequence-rule";

/** `alphabetSequenceRule`: no long piece of the alphabet, such as `abcd` or `DcBa`. */
export const alphabetSequenceRule = sequenceRule(
  "alphabetSequenceRule",
  ["abcdefghijklmnopqrstuvwxyz"],
  "in the alphabet",
);
