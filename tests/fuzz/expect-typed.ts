import { expect } from "chai";
import type { Name } from "./operation-samples";

type Shape = Readonly<Record<string, unknown>>;

/** Fails unless a result is what the operation's type says. */
export function expectTyped(name: Name, result: unknown): void {
  if (!KINDS.some(([kind, expectKind]) => kind.test(name) && (expectKind(result as Shape), true))) {
    expectUser(result as Shape);
  }
}

const KINDS: readonly (readonly [RegExp, (result: Shape) => void])[] = [
  [/Flow$|forgotPassword|checkUsernamePassword/, expectFlow],
  [/^(checkPassword|deleteUser|sendRecoveryCode|updateUserEnabled|updateUserPopulation)$/, expectTrue],
  [/^listUsers$/, (page) => expectPage(page, page["users"], expectUser)],
  [/^listPopulations$/, (page) => expectPage(page, page["populations"], (one) => expectText(one["id"]))],
  [/^listPasswordPolicies$/, (policies) => (policies as unknown as Shape[]).forEach(expectPolicy)],
  [/^readPasswordPolicy$/, expectPolicy],
  [/Password/, expectState],
];

function expectTrue(result: unknown): void {
  expect(result).to.equal(true);
}

function expectText(value: unknown): void {
  expect(value).to.be.a("string");
}

function expectTexts(result: Shape, ...names: string[]): void {
  names.forEach((name) => expect(result[name] ?? "", name).to.be.a("string"));
}

/** Numbers that the state can keep. */
function expectNumbers(result: Shape, ...names: string[]): void {
  names.forEach((name) => expect(Number.isFinite(result[name] ?? 0), name).to.equal(true));
}

function expectFlow(flow: Shape): void {
  ["environmentId", "id", "status", "cookie"].forEach((name) => expectText(flow[name]));
  expectTexts(flow, "resumeUrl", "userId");
  Object.values(flow["links"] as Shape).forEach(expectText);
}

function expectPage(page: Shape, members: unknown, expectMember: (member: Shape) => void): void {
  (members as Shape[]).forEach(expectMember);
  expectTexts(page, "next");
}

function expectUser(user: Shape): void {
  expectText(user["id"]);
  expectTexts(user, "username", "email", "populationId", "externalId", "createdAt", "updatedAt");
  expect(user["enabled"]).to.be.a("boolean");
  expectText((user["account"] as Shape)["status"]);
}

function expectState(state: Shape): void {
  expectText(state["status"]);
  expectTexts(state, "lastChangedAt", "unlockAt", "passwordPolicyId");
  expectNumbers(state, "secondsUntilUnlock", "failuresRemaining");
  if (state["passwordPolicy"] !== undefined) {
    expectPolicy(state["passwordPolicy"] as Shape);
  }
}

function expectPolicy(policy: Shape): void {
  expectText(policy["id"]);
  expectNumbers(
    policy,
    "minComplexity",
    "maxRepeatedCharacters",
    "minUniqueCharacters",
    "maxAgeDays",
    "minAgeDays",
  );
  for (const group of ["length", "minCharacters", "history", "lockout"]) {
    const numbers = (policy[group] ?? {}) as Shape;
    expectNumbers(numbers, ...Object.keys(numbers));
  }
}
