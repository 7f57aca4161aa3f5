import { sequenceRule } from "./sequence-rule";

/** `qwertySequenceRule`: no long piece of a row of letters on the keyboard; columns and diagonals are none. */
export const qwertySequenceRule = sequenceRule(
  "qwertySequenceRule",
  ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
  "on a keyboard",
);
