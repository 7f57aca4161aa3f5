import { sequenceRule } from "./sequence-rule";

/** `numberSequenceRule`: no long piece of the row of digits; after 9 comes nothing, although keyboards have the 0 there. */
export const numberSequenceRule = sequenceRule("numberSequenceRule", ["0123456789"], "in the row of digits");
