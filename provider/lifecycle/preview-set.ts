import { PingOneApiError, PingOneAuthError, PingOneError } from "../errors";
import type { UserRef } from "../operations";
import { generatePassword, type Recipe } from "../policy";
import { NOTHING_TO_ADOPT } from "./adopt-password";
import { EXTERNAL_PASSWORD } from "./explain-refusal";
import { noSuchPassword } from "./generated-value";
import type { CheckFailure, Report } from "./lifecycle";
import { isEncoded } from "./password-value";
import { type PolicyCheck, predictPolicy } from "./predict-policy";
import { describePolicy, policyInForce } from "./policy-in-force";
import { failure } from "./rules";
import type { RunReads } from "./run-reads";
import { previewUnlock } from "./preview-unlock";
import { isUnknown } from "./unknown";

/** A set that is to come. */
export type ComingSet = {
  /** Undefined for one that is generated when it is set. */
  readonly value?: string | undefined;
  /** How it is generated, and where it goes. */
  readonly recipe?: Recipe | undefined;
  readonly place?: string | undefined;
  /** False for one that is generated past the policy. */
  readonly needsPolicy?: boolean;
  /** Undefined while it is not known. */
  readonly policyCheck?: PolicyCheck | undefined;
};

/** Tells at preview what a set is going to do, and what PingOne is going to refuse. */
export async function previewSet(
  reads: RunReads,
  user: UserRef,
  { value, recipe, place, needsPolicy = true, policyCheck }: ComingSet,
  report: Report,
): Promise<CheckFailure[]> {
  const refused = isUnknown(user) ? [] : await previewUser(reads, user, "set", report);
  if (refused === NO_ENVIRONMENT) {
    return [];
  }
  if (refused.length > 0) {
    return refused;
  }
  if (recipe !== undefined) {
    const way = place === undefined ? "" : ` and goes to ${place}`;
    if (needsPolicy) {
      return previewGenerated(reads, user, recipe, way, report);
    }
    report.info(`The generated password passes the policy over${way}.`);
    return [];
  }
  return value === undefined || isEncoded(value) || policyCheck === undefined || policyCheck === "off"
    ? []
    : predictPolicy(reads, user, value, policyCheck, report);
}

/** Tells at preview whether there is anything to take over. */
export async function previewAdoption(
  reads: RunReads,
  user: UserRef,
  report: Report,
): Promise<CheckFailure[]> {
  const refused = isUnknown(user) ? [] : await previewUser(reads, user, "adoption", report);
  if (refused === NO_ENVIRONMENT) {
    return [];
  }
  if (refused.length === 0) {
    report.info("The password that is there is taken over as it is: nothing is written.");
  }
  return refused;
}

/** A recipe that the policy leaves no password for fails now, and not when it is set. */
async function previewGenerated(
  reads: RunReads,
  user: UserRef,
  recipe: Recipe,
  way: string,
  report: Report,
): Promise<CheckFailure[]> {
  try {
    const found = await policyInForce(reads, user);
    if (found !== undefined && generatePassword(found.policy, recipe) === undefined) {
      return [failure(noSuchPassword(found))];
    }
    if (found?.isUserMissing !== true) {
      report.info(
        `The generated password satisfies ${found === undefined ? "what PingOne asks for" : describePolicy(found)}${way}.`,
      );
    }
    return [];
  } catch (error) {
    if (error instanceof PingOneAuthError) {
      return [failure(error.message)];
    }
    if (error instanceof PingOneError) {
      report.warn(
        `generate needs the password policy, which cannot be read now: ${error.message} (With bypassPolicy: true it does without.)`,
      );
      return [];
    }
    throw error;
  }
}

/** An environment that is not there has no user and no policy to tell of. */
const NO_ENVIRONMENT = "no environment";

/** What stands out about the user. Nothing where it cannot be read: whatever needs the policy tells that. */
async function previewUser(
  reads: RunReads,
  user: UserRef,
  what: "set" | "adoption",
  report: Report,
): Promise<CheckFailure[] | typeof NO_ENVIRONMENT> {
  try {
    const { status } =
      what === "set" ? await previewUnlock(reads, user, what, report) : await reads.state(user);
    if (what === "adoption" && status === "NO_PASSWORD") {
      return [failure(NOTHING_TO_ADOPT)];
    }
    return status === "EXTERNAL" ? [failure(EXTERNAL_PASSWORD)] : [];
  } catch (error) {
    if (error instanceof PingOneAuthError) {
      return [failure(error.message)];
    }
    if (isNotFound(error)) {
      if (await isMissing(reads, user.environmentId)) {
        report.warn(
          `PingOne knows no environment ${user.environmentId}: the ${what} fails. Check environmentId, and the API URL or region.`,
        );
        return NO_ENVIRONMENT;
      }
      report.warn(
        `PingOne knows no user ${user.userId} in environment ${user.environmentId}: the ${what} fails unless something else makes the user before. Check environmentId and userId.`,
      );
    }
    if (error instanceof PingOneError) {
      return [];
    }
    throw error;
  }
}

/** PingOne answers the same for a user and for an environment that is not there: another call tells them apart. */
async function isMissing(reads: RunReads, environmentId: string): Promise<boolean> {
  try {
    await reads.defaultPolicy(environmentId);
    return false;
  } catch (error) {
    if (error instanceof PingOneError) {
      return isNotFound(error);
    }
    throw error;
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof PingOneApiError && error.status === 404 && error.code === "NOT_FOUND";
}
