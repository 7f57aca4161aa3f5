import { sequenceRule } from "./sequence-rule";

/** `shiftedNumberRowSequenceRule`: no long piece of what Shift makes of 1 to 0 on an American keyboard. */
export const shiftedNumberRowSequenceRule = sequenceRule(
  "shiftedNumberRowSequenceRule",
  ["!@#$%^&*()"],
  "on the shifted number row of a keyboard",
);
