import type { OperationName } from "../operations";
import type { Access } from "../routes";
import type { FaultEffect } from "./fault-effect";
import type { FaultKind, FaultRule, FaultRuleStatus } from "./fault-rule";
import { FaultRules } from "./fault-rules";
import { NextFaults, nameNextFault, nextFaultEffect } from "./next-faults";
import type { Fault, FaultTarget } from "./next-faults";
import { ruleEffect } from "./rule-effect";
import type { FaultyRequest } from "./rule-effect";

/** What the ledger calls a fault: the kind of a rule, or `status` or `delay` of `failNext`. */
export type FaultName = FaultKind | "status" | "delay";

/** The rules of what goes wrong. */
export type FaultControl = {
  /** Adds a rule behind those there are; the first one that hits a request decides. @throws FaultRuleError */
  add(rule: FaultRule): void;
  /** The rules in force, those that have happened often enough too. */
  list(): readonly FaultRuleStatus[];
  /** Ends all rules, and what `failNext` has waiting. */
  clear(): void;
};

/** All that goes wrong on demand. */
export class Faults implements FaultControl {
  readonly #next = new NextFaults();
  readonly #rules = new FaultRules();

  /** @param initial the rules at the start and after a reset @throws FaultRuleError */
  constructor(private readonly initial: readonly FaultRule[]) {
    this.reset();
  }

  /** Milliseconds by which all times are off. */
  get skew(): number {
    return this.#rules.skew;
  }

  add(rule: FaultRule): void {
    this.#rules.add(rule);
  }

  addNext(target: FaultTarget, fault: Fault, times: number): void {
    this.#next.add(target, fault, times);
  }

  list(): readonly FaultRuleStatus[] {
    return this.#rules.list();
  }

  clear(): void {
    this.#next.clear();
    this.#rules.clear();
  }

  reset(): void {
    this.clear();
    this.initial.forEach((rule, index) => {
      this.#rules.add(rule, `faults[${index}]`);
    });
  }

  /** What goes wrong with a request: a fault of `failNext`, else that of a rule; undefined when nothing does. */
  take(
    operation: OperationName | undefined,
    access: Access,
    request: FaultyRequest,
  ): { readonly name: FaultName; readonly effect: FaultEffect } | undefined {
    const next = this.#next.take(operation);
    if (next !== undefined) {
      return { name: nameNextFault(next), effect: nextFaultEffect(next, request.correlationId) };
    }
    const rule = this.#rules.take(operation, access);
    return rule === undefined ? undefined : { name: rule.kind, effect: ruleEffect(rule, request) };
  }
}
