import { operations } from "../operations";
import { routes } from "../routes";
import { isObject } from "../wire/json-body";
import type { JsonObject } from "../wire/json-body";
import { CLOCK_SKEW, FAULT_KINDS } from "./fault-rule";
import type { FaultKind, FaultRule, FaultScope } from "./fault-rule";
import { FaultRuleError } from "./fault-rule-error";
import type { FaultRuleProblem } from "./fault-rule-error";

type Field = { readonly rule: string; readonly accepts: (value: unknown) => boolean };

type Parameter = Field & { readonly kinds: readonly FaultKind[]; readonly required: boolean };

/** Node's timers run at once beyond this. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Seconds: dates end somewhere. */
const A_HUNDRED_YEARS = 100 * 365 * 86_400;

const SCOPE: Readonly<Record<keyof FaultScope, Field>> = {
  operation: {
    rule: "must be * or the name of an operation, such as setPassword",
    accepts: (value) => value === "*" || (typeof value === "string" && Object.hasOwn(operations, value)),
  },
  count: { rule: "must be a whole number from 1", accepts: (value) => isWhole(value) && value >= 1 },
  probability: {
    rule: "must be a number from 0 to 1",
    accepts: (value) => typeof value === "number" && value >= 0 && value <= 1,
  },
  seed: { rule: "must be a whole number", accepts: isWhole },
  after: { rule: "must be a whole number from 0", accepts: (value) => isWhole(value) && value >= 0 },
};

const PARAMETERS: Readonly<Record<"retryAfter" | "chunkMs" | "to" | "skewSeconds", Parameter>> = {
  retryAfter: {
    kinds: ["429-seconds", "429-date"],
    required: false,
    rule: "must be whole seconds, from 0 to a hundred years",
    accepts: (value) => isWhole(value) && value >= 0 && value <= A_HUNDRED_YEARS,
  },
  chunkMs: {
    kinds: ["slow-body"],
    required: false,
    rule: `must be milliseconds from 0 to ${LONGEST_TIMER}`,
    accepts: (value) => typeof value === "number" && value >= 0 && value <= LONGEST_TIMER,
  },
  to: {
    kinds: ["redirect-302", "redirect-307"],
    required: true,
    rule: "must be scheme and host alone, such as http://127.0.0.1:9999",
    accepts: isOrigin,
  },
  skewSeconds: {
    kinds: [CLOCK_SKEW],
    required: true,
    rule: `must be seconds from -${A_HUNDRED_YEARS} to ${A_HUNDRED_YEARS} (a hundred years)`,
    accepts: (value) => typeof value === "number" && Math.abs(value) <= A_HUNDRED_YEARS,
  },
};

const KNOWN: Readonly<Record<string, Field>> = {
  kind: {
    rule: `must be one of ${FAULT_KINDS.join(", ")}`,
    accepts: (value) => FAULT_KINDS.some((kind) => kind === value),
  },
  ...SCOPE,
  ...PARAMETERS,
};

const UNDER_V1 = new Set<unknown>(
  routes.filter(({ access }) => access === undefined).map(({ operation }) => operation),
);

/** Makes sure that a value is a rule. @param where what the error calls it @throws FaultRuleError naming every problem */
export function checkFaultRule(value: unknown, where = "fault"): asserts value is FaultRule {
  const problems = isObject(value) ? findProblems(value) : [{ target: "", message: "it must be an object" }];
  if (problems.length > 0) throw new FaultRuleError(where, problems);
}

function findProblems(rule: JsonObject): FaultRuleProblem[] {
  const given = Object.entries(rule).filter(([, value]) => value !== undefined);
  const wrong = given.flatMap(([target, value]) => {
    const message = findFieldProblem(target, value);
    return message === undefined ? [] : [{ target, message }];
  });
  if (rule["kind"] === undefined) {
    return [...wrong, { target: "kind", message: `is missing; it ${KNOWN["kind"]?.rule ?? ""}` }];
  }
  // What does not go together is said of fields that are right alone.
  return wrong.length > 0 ? wrong : [...findMisplaced(rule), ...findMissing(rule)];
}

function findFieldProblem(target: string, value: unknown): string | undefined {
  const field = Object.hasOwn(KNOWN, target) ? KNOWN[target] : undefined;
  if (field === undefined) return `is not a known field; there are ${Object.keys(KNOWN).join(", ")}`;
  return field.accepts(value) ? undefined : field.rule;
}

function findMisplaced(rule: JsonObject): FaultRuleProblem[] {
  const { kind, operation = "*" } = rule;
  const problems = Object.entries(PARAMETERS)
    .filter(([target, { kinds }]) => rule[target] !== undefined && !kinds.some((one) => one === kind))
    .map(([target, { kinds }]) => ({ target, message: `is only for ${kinds.join(" and ")}` }));
  if (kind === CLOCK_SKEW) {
    for (const target of Object.keys(SCOPE)) {
      if (rule[target] === undefined || (target === "operation" && operation === "*")) continue;
      problems.push({ target, message: `does not go with ${CLOCK_SKEW}, which is off for everything` });
    }
  }
  if (kind === "invalid-client" && operation !== "issueToken") {
    problems.push({ target: "operation", message: "must be issueToken for invalid-client" });
  }
  if (kind === "revoke-token" && operation !== "*" && !UNDER_V1.has(operation)) {
    problems.push({
      target: "operation",
      message: "must be * or one that takes a bearer token for revoke-token",
    });
  }
  return problems;
}

function findMissing(rule: JsonObject): FaultRuleProblem[] {
  return Object.entries(PARAMETERS)
    .filter(([target, { kinds, required }]) => {
      return required && rule[target] === undefined && kinds.some((kind) => kind === rule["kind"]);
    })
    .map(([target, { rule: wanted }]) => ({ target, message: `is missing; it ${wanted}` }));
}

function isWhole(value: unknown): value is number {
  return Number.isSafeInteger(value);
}

function isOrigin(value: unknown): boolean {
  if (typeof value !== "string" || !URL.canParse(value)) return false;
  const { protocol, href, origin } = new URL(value);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}
