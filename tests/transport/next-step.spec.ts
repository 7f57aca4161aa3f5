import { expect } from "chai";
import type { ErrorBody } from "../../provider/transport/error-body";
import { nextStep } from "../../provider/transport/next-step";

const body: ErrorBody = { code: "X", message: "", details: [] };

describe("nextStep", () => {
  const steps: readonly (readonly [status: number, advice: string])[] = [
    [403, "Identity Data Admin"],
    [404, "environmentId and userId"],
    [415, "Update pulumi-pingone-password"],
    [429, "PINGONE_REQUESTS_PER_SECOND"],
    [408, "status.pingidentity.com"],
    [500, "status.pingidentity.com"],
    [503, "status.pingidentity.com"],
  ];
  for (const [status, advice] of steps) {
    it(`names a way on after ${status}`, () => {
      expect(nextStep(status, body, undefined)).to.contain(advice);
    });
  }

  const detail = (code: string, ...unsatisfiedRequirements: readonly string[]) => ({
    ...body,
    details: [{ code, message: "", innerError: { unsatisfiedRequirements } }],
  });
  const forTarget = (target: string) => ({
    ...body,
    details: [{ code: "INVALID_VALUE", message: "", target }],
  });
  const refusals: readonly (readonly [what: string, refusal: ErrorBody, advice: string])[] = [
    ["nothing in particular", body, "Check the user in the PingOne console"],
    ["rules of the policy", detail("INVALID_VALUE", "length", "history"), "meets the user's password policy"],
    ["the history alone", detail("INVALID_VALUE", "history"), "was not used before"],
    ["a password too young", detail("PASSWORD_TOO_YOUNG"), "lower minAgeDays"],
    ["a lockout", detail("PASSWORD_LOCKED_OUT"), "unlock it with a PasswordUnlock"],
    ["a user who is kept out", detail("ACCOUNT_NOT_USABLE"), "enable or unlock it in PingOne"],
    ["a recovery code", forTarget("recoveryCode"), "Send a new code"],
    ["another value", forTarget("currentPassword"), "Check the user in the PingOne console"],
    ["no password", detail("NO_PASSWORD"), "set one first"],
    ["no password, as the error's own code", { ...body, code: "NO_PASSWORD" }, "set one first"],
  ];
  for (const [what, refusal, advice] of refusals) {
    it(`names a way on after a 400 for ${what}`, () => {
      expect(nextStep(400, refusal, undefined)).to.contain(advice);
    });
  }

  it("says how long PingOne asks to wait", () => {
    expect(nextStep(429, body, 3600)).to.contain("wait 3600 s");
  });

  it("tells a quota that is used up from a rate limit", () => {
    expect(nextStep(429, detail("QUOTA_EXCEEDED"), 3600))
      .to.contain("50 e-mails per user and day")
      .and.not.to.contain("PINGONE_REQUESTS_PER_SECOND");
    expect(nextStep(429, detail("LIMIT_EXCEEDED"), undefined)).to.contain(
      "set pingone:requestsPerSecond (PINGONE_REQUESTS_PER_SECOND)",
    );
  });

  it("doubts the address when the answer is not PingOne's", () => {
    expect(nextStep(404, undefined, undefined))
      .to.contain("API URL or region")
      .and.not.to.contain("userId");
  });
});
