import { excludesCommonlyUsed } from "./excludes-commonly-used";
import { history } from "./history";
import { length } from "./length";
import { maxRepeatedCharacters } from "./max-repeated-characters";
import { minCharacters } from "./min-characters";
import { minUniqueCharacters } from "./min-unique-characters";
import type { PolicyRule } from "./policy-rule";

/** The rules in the order PingOne reports them, under the names it reports. A new rule is a file and a line here. */
export const rules: Readonly<Record<string, PolicyRule>> = {
  minCharacters,
  excludesCommonlyUsed,
  length,
  maxRepeatedCharacters,
  minUniqueCharacters,
  history,
};
