import type { OperationName } from "../operations";
import type { Access } from "../routes";
import { checkFaultRule } from "./check-fault-rule";
import { CLOCK_SKEW } from "./fault-rule";
import type { FaultRule, FaultRuleStatus, RequestFaultRule } from "./fault-rule";
import { createRandomSequence } from "./random-sequence";

type Counters = { seen: number; happened: number };

type RequestRule = Counters & { readonly rule: RequestFaultRule; readonly draw: Draw };

/** The next number from 0 to below 1 for an operation. */
type Draw = (operation: OperationName | undefined) => number;

/** The rules in force. */
export class FaultRules {
  /** In the order in which they were added. */
  #all: (Counters & { readonly rule: FaultRule })[] = [];
  #ofRequests: RequestRule[] = [];
  #skew = 0;

  /** Milliseconds by which all times are off. */
  get skew(): number {
    return this.#skew;
  }

  /** @param where what the error calls the rule @throws FaultRuleError */
  add(rule: FaultRule, where?: string): void {
    checkFaultRule(rule, where);
    const counters: Counters = { seen: 0, happened: 0 };
    if (rule.kind === CLOCK_SKEW) {
      this.#skew += rule.skewSeconds * 1000;
      this.#all.push({ rule: { ...rule }, ...counters });
      return;
    }
    const added: RequestRule = { rule: { ...rule }, draw: createDraw(rule, this.#all.length), ...counters };
    this.#ofRequests.push(added);
    this.#all.push(added);
  }

  list(): readonly FaultRuleStatus[] {
    return this.#all.map(({ rule, seen, happened }) => ({ rule, seen, happened }));
  }

  clear(): void {
    this.#all = [];
    this.#ofRequests = [];
    this.#skew = 0;
  }

  /**
   * The oldest rule that hits a request of this operation.
   * Every rule about it counts and draws, so that none depends on what the others do.
   */
  take(operation: OperationName | undefined, access: Access): RequestFaultRule | undefined {
    const [first] = this.#ofRequests.filter(
      (candidate) => isAbout(candidate.rule, operation, access) && hits(candidate, operation),
    );
    if (first === undefined) return undefined;
    first.happened += 1;
    return first.rule;
  }
}

function isAbout(
  { operation: wanted = "*" }: RequestFaultRule,
  operation: OperationName | undefined,
  access: Access,
): boolean {
  return wanted === "*" ? access === "bearer" : wanted === operation;
}

function hits(candidate: RequestRule, operation: OperationName | undefined): boolean {
  const { after = 0, count = Infinity, probability = 1 } = candidate.rule;
  candidate.seen += 1;
  if (candidate.seen <= after) return false;
  return candidate.draw(operation) < probability && candidate.happened < count;
}

/** Each operation has numbers of its own, and so has each rule, even where the seeds are the same. */
function createDraw({ seed = 0 }: RequestFaultRule, place: number): Draw {
  const sequences = new Map<string, () => number>();
  return (operation) => {
    const name = operation ?? "";
    const sequence = sequences.get(name) ?? createRandomSequence(seed, place, name);
    sequences.set(name, sequence);
    return sequence();
  };
}
