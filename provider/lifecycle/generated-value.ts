import { createHash } from "node:crypto";
import { PingOneError } from "../errors";
import type { UserRef } from "../operations";
import { generatePassword, type Recipe } from "../policy";
import { isRecord } from "../transport";
import { quoted } from "../quoted";
import type { CheckFailure } from "./lifecycle";
import { describePolicy, policyInForce, type PolicyInForce } from "./policy-in-force";
import { failure } from "./rules";
import type { RunReads } from "./run-reads";
import { didYouMean } from "../text/nearest";
import { isUnknown } from "./unknown";

/** What is wrong with a `generate`. */
export function checkRecipe(generate: unknown): CheckFailure[] {
  if (generate === undefined || isUnknown(generate)) {
    return [];
  }
  if (!isRecord(generate)) {
    return [failure("generate has to be an object, e.g. {} or { length: 20 }.")];
  }
  const { length, avoid, ...others } = generate;
  return [
    ...Object.keys(others).map((name) =>
      failure(
        `generate has no ${quoted(name)}${didYouMean(name, ["length", "avoid"])} It takes length and avoid.`,
      ),
    ),
    ...(length === undefined || (Number.isInteger(length) && Number(length) >= 8 && Number(length) <= 255)
      ? []
      : [failure("generate.length has to be a whole number from 8 to 255.")]),
    ...(avoid === undefined || avoid === "ambiguous"
      ? []
      : [failure('generate.avoid takes "ambiguous" and nothing else.')]),
  ];
}

/** What stands for a generated password before there is one: another recipe is another password. */
export function recipeFingerprint(generate: unknown): string {
  const { length, avoid } = (isRecord(generate) ? generate : {}) as Recipe;
  const hash = createHash("sha256")
    .update(JSON.stringify([length, avoid]))
    .digest("base64url");
  return `generate$${hash.slice(0, 12)}`;
}

/**
 * Makes a password for the policy in force.
 * @param isBypass the policy is passed over: one that cannot be read is no obstacle
 * @throws {PingOneError} when the policy cannot be read or met
 */
export async function generateFor(
  reads: RunReads,
  user: UserRef,
  recipe: Recipe,
  isBypass: boolean,
): Promise<string> {
  const found = await policyInForce(reads, user).catch((error: unknown) => {
    if (isBypass && error instanceof PingOneError) {
      return undefined;
    }
    throw error;
  });
  const value = generatePassword(found?.policy ?? { id: "" }, recipe);
  if (value === undefined) {
    throw new PingOneError(noSuchPassword(found));
  }
  return value;
}

/** Said at preview and when it is made. */
export function noSuchPassword(found: PolicyInForce | undefined): string {
  const name = found === undefined ? "what PingOne asks for" : describePolicy(found);
  return `generate: no password of this recipe satisfies ${name}. Give another length, or leave length and avoid out.`;
}
