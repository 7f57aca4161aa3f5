/** What is wrong with a field of a rule. */
export type FaultRuleProblem = {
  /** The field; empty for the rule as a whole. */
  readonly target: string;
  /** The rule that is not met, fit to follow the field's name. */
  readonly message: string;
};

/** A fault rule that cannot be used; the message names every field that is wrong. */
export class FaultRuleError extends Error {
  /** @param where the rule, such as `faults[1]` */
  constructor(
    where: string,
    readonly problems: readonly FaultRuleProblem[],
  ) {
    super(`Wrong ${where}: ${problems.map(sentence).join("; ")}.`);
    this.name = "FaultRuleError";
  }
}

function sentence({ target, message }: FaultRuleProblem): string {
  return target === "" ? message : `${target} ${message}`;
}
