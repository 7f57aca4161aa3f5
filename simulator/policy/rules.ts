import { alphabetSequenceRule } from "./alphabet-sequence-rule";
import { excludesCommonlyUsed } from "./excludes-commonly-used";
import { excludesProfileData } from "./excludes-profile-data";
import { history } from "./history";
import { length } from "./length";
import { maxRepeatedCharacters } from "./max-repeated-characters";
import { minCharacters } from "./min-characters";
import { minComplexity } from "./min-complexity";
import { minUniqueCharacters } from "./min-unique-characters";
import { notSimilarToCurrent } from "./not-similar-to-current";
import { numberSequenceRule } from "./number-sequence-rule";
import type { PolicyRule } from "./policy-rule";
import { qwertySequenceRule } from "./qwerty-sequence-rule";
import { shiftedNumberRowSequenceRule } from "./shifted-number-row-sequence-rule";

/** The rules in the order PingOne reports them, under the names it reports. A new rule is a file and a line here. */
export const rules: Readonly<Record<string, PolicyRule>> = {
  minCharacters,
  excludesCommonlyUsed,
  length,
  maxRepeatedCharacters,
  minUniqueCharacters,
  minComplexity,
  notSimilarToCurrent,
  excludesProfileData,
  alphabetSequenceRule,
  numberSequenceRule,
  qwertySequenceRule,
  shiftedNumberRowSequenceRule,
  history,
};
