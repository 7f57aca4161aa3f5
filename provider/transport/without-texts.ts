import type { ErrorDetail } from "../errors";
import { unsatisfiedRequirements } from "./describe-details";
import type { ErrorBody } from "./error-body";

/** Rules of a password policy, by the names that PingOne lists them under. */
const POLICY_RULES: readonly string[] = [
  "alphabetSequenceRule",
  "excludesCommonlyUsed",
  "excludesProfileData",
  "history",
  "length",
  "maxRepeatedCharacters",
  "minAgeDays",
  "minCharacters",
  "minComplexity",
  "minUniqueCharacters",
  "notSimilarToCurrent",
  "numberSequenceRule",
  "qwertySequenceRule",
  "shiftedNumberRowSequenceRule",
];

/** Codes of refusals that PingOne documents. */
const CODES: readonly string[] = [
  "INVALID_DATA",
  "INVALID_REQUEST",
  "REQUEST_FAILED",
  "ACCESS_FAILED",
  "NOT_FOUND",
  "REQUEST_LIMITED",
  "UNEXPECTED_ERROR",
  "INVALID_VALUE",
  "CONSTRAINT_VIOLATION",
  "UNIQUENESS_VIOLATION",
  "NO_PASSWORD",
  "PASSWORD_LOCKED_OUT",
  "PASSWORD_TOO_YOUNG",
  "INSUFFICIENT_PERMISSIONS",
  "INVALID_TOKEN",
  "INVALID_CREDENTIALS",
  "ACCOUNT_NOT_USABLE",
  "QUOTA_EXCEEDED",
];

/** Fields that a refusal names. */
const TARGETS: readonly string[] = ["password", "newPassword", "currentPassword", "recoveryCode", "username"];

/** What is left of an error when none of its free text may be shown: names that PingOne documents, and numbers. */
export function withoutTexts({ code, details }: ErrorBody): ErrorBody {
  return {
    code: documented(code),
    message: "",
    details: details.map((detail) => ({
      code: documented(detail.code),
      message: "",
      ...(detail.target !== undefined && TARGETS.includes(detail.target) ? { target: detail.target } : {}),
      innerError: {
        ...failuresRemainingIn(detail),
        unsatisfiedRequirements: unsatisfiedRequirements(detail.innerError).filter((rule) =>
          POLICY_RULES.includes(rule),
        ),
      },
    })),
  };
}

function documented(code: string): string {
  return CODES.includes(code) ? code : "UNKNOWN";
}

function failuresRemainingIn({ innerError }: ErrorDetail): Readonly<Record<string, number>> {
  const count = innerError?.["failuresRemaining"];
  return typeof count === "number" ? { failuresRemaining: count } : {};
}
