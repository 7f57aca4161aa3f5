import { parseDataFile } from "../files/parse-data-file";
import { readTextFile } from "../files/read-text-file";
import { checkFaultRule } from "./check-fault-rule";
import type { FaultRule } from "./fault-rule";
import { FaultRuleError } from "./fault-rule-error";

/** Reads a list of rules, JSON or YAML by its extension. @throws Error that names the file, the line, the rule and its fields */
export async function readFaultFile(path: string): Promise<readonly FaultRule[]> {
  const file = { kind: "faults", path } as const;
  const { value, lineOf } = await parseDataFile(file, await readTextFile(file));
  if (!Array.isArray(value)) {
    throw new Error(`The faults file ${path} must hold a list of rules: put them between [ and ].`);
  }
  const rules: FaultRule[] = [];
  for (const [index, rule] of value.entries() as Iterable<[number, unknown]>) {
    rules.push(await readRule(rule, index, path, lineOf));
  }
  return rules;
}

async function readRule(
  rule: unknown,
  index: number,
  path: string,
  lineOf: (where: string) => Promise<number | undefined>,
): Promise<FaultRule> {
  try {
    checkFaultRule(rule, `faults[${index}]`);
    return rule;
  } catch (error) {
    if (!(error instanceof FaultRuleError)) throw error;
    const line = await lineOf(`[${index}]`);
    throw new Error(`${path}${line === undefined ? "" : `, line ${line}`}: ${error.message}`);
  }
}
