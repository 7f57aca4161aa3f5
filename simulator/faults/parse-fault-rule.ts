import { checkFaultRule } from "./check-fault-rule";
import type { FaultRule } from "./fault-rule";
import { FaultRuleError } from "./fault-rule-error";

/**
 * Reads a rule as the command line gives it: as JSON, or short as in `setPassword:reset-after:probability=0.3:seed=7`.
 * @throws FaultRuleError
 */
export function parseFaultRule(text: string): FaultRule {
  const value = text.trimStart().startsWith("{") ? parseObject(text) : parseShort(text);
  checkFaultRule(value);
  return value;
}

function parseObject(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FaultRuleError("fault", [{ target: "", message: "it is not valid JSON" }]);
  }
}

function parseShort(text: string): unknown {
  // A colon without a name behind it belongs to the value: addresses have some.
  const [head = "", ...fields] = text.split(/:(?=\w+=)/);
  const [operation, kind, ...rest] = head.split(":");
  if (kind === undefined || rest.length > 0) {
    throw new FaultRuleError("fault", [
      { target: "", message: "it must be JSON or operation:kind, with :name=value for each further field" },
    ]);
  }
  return Object.fromEntries([["operation", operation], ["kind", kind], ...fields.map(parseField)]);
}

function parseField(field: string): [string, unknown] {
  const split = field.indexOf("=");
  const text = field.slice(split + 1);
  return [field.slice(0, split), /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text];
}
