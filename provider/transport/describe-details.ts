import type { ErrorDetail } from "../errors";
import type { ErrorBody } from "./error-body";

/** PingOne's own words for a refusal, on one line: the details where there are any, else the general sentence. */
export function describeDetails(body: ErrorBody): string {
  const details = body.details.map(describeDetail).filter((text) => text !== "");
  return sentence(oneLine(details.length > 0 ? details.join("; ") : body.message));
}

function describeDetail(detail: ErrorDetail): string {
  const target = detail.target === undefined ? "" : `${detail.target}: `;
  const rules = describeRequirements(detail.innerError);
  return target + [detail.message, rules].filter((part) => part !== "").join(" - ");
}

/** Policy refusals carry one sentence per rule, keyed by the rule's name. */
function describeRequirements(innerError: ErrorDetail["innerError"]): string {
  const rules = unsatisfiedRequirements(innerError);
  const sentences = [...new Set(rules)].map((rule) => {
    const text = innerError?.[rule];
    return typeof text === "string" ? `${rule} (${withoutFullStop(text)})` : rule;
  });
  return sentences.length === 0 ? "" : `unmet rules: ${sentences.join(", ")}`;
}

/** Not by a pattern anchored at the end: it looks at a long row of dots once for each of them. */
function withoutFullStop(text: string): string {
  let end = text.length;
  while (end > 0 && /[.\s]/.test(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(0, end);
}

/** Names of the password policy's rules that a value did not meet, as PingOne lists them. */
export function unsatisfiedRequirements(innerError: ErrorDetail["innerError"]): readonly string[] {
  const rules = innerError?.["unsatisfiedRequirements"];
  return Array.isArray(rules) ? rules.filter((rule): rule is string => typeof rule === "string") : [];
}

/** Text from the other side is shown on a terminal: no control characters, no length without end. */
function oneLine(text: string): string {
  const line = text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").trim();
  return line.length > 1000 ? `${line.slice(0, 1000)}...` : line;
}

function sentence(text: string): string {
  return text === "" || /[.!?]$/.test(text) ? text : `${text}.`;
}
