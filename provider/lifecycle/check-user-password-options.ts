import { isAdoption } from "./adopt-password";
import { changedKnown } from "./changed";
import { type DeliverTo, obstaclesTo, problemsOf } from "../delivery";
import { checkRecipe, recipeFingerprint } from "./generated-value";
import type { CheckFailure, Props } from "./lifecycle";
import { versioned } from "./password-print";
import { policyChecks } from "./predict-policy";
import { allowBooleans, allowChoices, failure } from "./rules";
import { isUnknown } from "./unknown";
import { deletionPolicies, externalChanges } from "./user-password-types";

const FLAGS = ["forceChange", "bypassPolicy", "deletionPolicyForce", "exposeValue", "adopt"];

/** Names of all inputs of a UserPassword. */
export const USER_PASSWORD_INPUTS: readonly string[] = [
  "environmentId",
  "userId",
  "value",
  "valueFrom",
  "generate",
  "valueVersion",
  "deliverTo",
  "policyCheck",
  "onExternalChange",
  "deletionPolicy",
  ...FLAGS,
];

/** What is wrong with the options of a UserPassword, each by itself and taken together. */
export function checkUserPasswordOptions(olds: Props, news: Props): CheckFailure[] {
  return [
    ...allowBooleans(news, FLAGS),
    ...allowChoices(news, "deletionPolicy", deletionPolicies),
    ...allowChoices(news, "policyCheck", policyChecks),
    ...allowChoices(news, "onExternalChange", externalChanges),
    ...checkRecipe(news["generate"]),
    ...checkVersion(news["valueVersion"]),
    ...checkGenerated(olds, news),
    ...checkReset(news),
    ...checkAdoption(olds, news),
  ];
}

function checkVersion(version: unknown): CheckFailure[] {
  return version === undefined ||
    isUnknown(version) ||
    typeof version === "number" ||
    (typeof version === "string" && version !== "")
    ? []
    : [failure("valueVersion has to be a number or a text.")];
}

/** A generated password that nobody gets is worse than none. */
function checkGenerated(olds: Props, news: Props): CheckFailure[] {
  const { value, valueFrom, generate, deliverTo, exposeValue } = news;
  if (generate === undefined) {
    return [
      ...(deliverTo === undefined
        ? []
        : [failure("deliverTo is for a generated password: give generate, or leave it out.")]),
      ...(exposeValue === undefined || exposeValue === false
        ? []
        : [failure("exposeValue is for a generated password: give generate, or leave it out.")]),
    ];
  }
  if (value !== undefined || valueFrom !== undefined) {
    return [failure("generate and value or valueFrom are both given: keep one of them.")];
  }
  if (deliverTo === undefined && exposeValue !== true && !isUnknown(exposeValue)) {
    return [
      failure(
        'generate makes a password that nobody would have: say where it goes with deliverTo: { file: "alice.txt" } or { githubEnv: "ALICE_PASSWORD" }, or keep it in the state, encrypted, with exposeValue: true.',
      ),
    ];
  }
  if (deliverTo === undefined || isUnknown(deliverTo)) {
    return [];
  }
  const problems = problemsOf(deliverTo);
  return [
    ...problems,
    ...(problems.length === 0 && isGenerationDue(olds, news) ? obstaclesTo(deliverTo as DeliverTo) : []),
  ].map(failure);
}

/** A machine that only finds nothing to do needs no place to deliver to. */
function isGenerationDue(olds: Props, news: Props): boolean {
  const { generate, valueVersion } = news;
  // A first password is made whatever its version turns out to be.
  return (
    olds["fingerprint"] === undefined ||
    (!isUnknown([generate, valueVersion]) &&
      (olds["fingerprint"] !== versioned(recipeFingerprint(generate), valueVersion) ||
        changedKnown<string>(olds, news, ["environmentId", "userId"]).length > 0))
  );
}

function checkReset({ onExternalChange, generate, bypassPolicy }: Props): CheckFailure[] {
  return onExternalChange === "reset" &&
    generate === undefined &&
    bypassPolicy !== true &&
    !isUnknown(bypassPolicy)
    ? [
        failure(
          'onExternalChange: "reset" would set the same value again, which PingOne refuses for the password history. Use it with generate (a new password) or bypassPolicy: true (past the policy).',
        ),
      ]
    : [];
}

function checkAdoption(olds: Props, news: Props): CheckFailure[] {
  if (!isAdoption(olds, news)) {
    return [];
  }
  const { generate, forceChange } = news;
  return [
    ...(generate === undefined
      ? []
      : [
          failure(
            "adopt takes over the password that is there, and generate makes another: keep one of the two.",
          ),
        ]),
    ...(forceChange === true
      ? [
          failure(
            "adopt changes nothing at PingOne: leave forceChange out, and add it once the password is taken over.",
          ),
        ]
      : []),
  ];
}
