import { PingOneAuthError, PingOneError } from "../errors";
import type { UserRef } from "../operations";
import { checkPolicy, serversOwn } from "../policy";
import type { CheckFailure, Report } from "./lifecycle";
import { describePolicy, policyInForce, type PolicyInForce } from "./policy-in-force";
import { failure } from "./rules";
import type { RunReads } from "./run-reads";

/** What happens when a value does not satisfy the user's policy. */
export const policyChecks = ["error", "warn", "off"] as const;

/** One of {@link policyChecks}. */
export type PolicyCheck = (typeof policyChecks)[number];

/**
 * Says before anything is sent whether PingOne is going to take a value. A policy that cannot be read is a warning; wrong credentials
 * are a failure, because nothing else would work either.
 */
export async function predictPolicy(
  reads: RunReads,
  user: UserRef,
  value: string,
  level: Exclude<PolicyCheck, "off">,
  report: Report,
): Promise<CheckFailure[]> {
  try {
    const found = await policyInForce(reads, user);
    return found === undefined ? [] : judge(found, value, level, report);
  } catch (error) {
    if (error instanceof PingOneAuthError) {
      return [failure(error.message)];
    }
    if (error instanceof PingOneError) {
      report.warn(`value is not checked against the password policy, which cannot be read: ${error.message}`);
      return [];
    }
    throw error;
  }
}

function judge(
  found: PolicyInForce,
  value: string,
  level: Exclude<PolicyCheck, "off">,
  report: Report,
): CheckFailure[] {
  const name = describePolicy(found);
  const unmet = checkPolicy(found.policy, { password: value });
  const texts = (isCertain: boolean) =>
    unmet.filter((one) => one.isCertain === isCertain).map(({ text }) => text);
  const [certain, perhaps] = [texts(true), texts(false)];
  if (perhaps.length > 0) {
    report.warn(`value may not satisfy ${name}, as far as PingOne documents it: ${perhaps.join("; ")}.`);
  }
  if (certain.length > 0) {
    const text = `value does not satisfy ${name}: ${certain.join("; ")}.`;
    if (level === "error" && found.note === "") {
      return [failure(text)];
    }
    report.warn(
      found.note === "" ? text : `${text} The user may have another policy, which PingOne holds it to.`,
    );
  }
  if (unmet.length === 0 && found.isUserMissing !== true) {
    const others = serversOwn(found.policy);
    const rest = others.length === 0 ? "" : `; PingOne alone can check ${listed(others)}`;
    report.info(`value satisfies ${name}${rest}.`);
  }
  return [];
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1) ?? ""}`;
}
