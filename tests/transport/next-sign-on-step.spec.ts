import { expect } from "chai";
import type { ErrorBody } from "../../provider/transport/error-body";
import { nextSignOnStep } from "../../provider/transport/next-sign-on-step";

const body: ErrorBody = { code: "X", message: "", details: [] };
const detail = (code: string): ErrorBody => ({ ...body, details: [{ code, message: "" }] });

describe("nextSignOnStep", () => {
  const steps: readonly (readonly [status: number, advice: string])[] = [
    [401, "does not know this sign-on's session any more"],
    [403, "check its sign-on policy"],
    [404, "it was idle for 15 minutes"],
  ];
  for (const [status, advice] of steps) {
    it(`names a way on after ${status}`, () => {
      expect(nextSignOnStep(status, body)).to.contain(advice);
    });
  }

  it("says that a wrong password counts, whatever the status", () => {
    for (const status of [400, 401, 403]) {
      expect(nextSignOnStep(status, detail("INVALID_CREDENTIALS"))).to.contain("counts as a failed sign-on");
    }
    expect(nextSignOnStep(400, { ...body, code: "INVALID_CREDENTIALS" })).to.contain("correct it");
  });

  for (const code of [
    "invalid_client",
    "invalid_request",
    "unauthorized_client",
    "access_denied",
    "unsupported_response_type",
  ]) {
    it(`doubts the application after OAuth's ${code}`, () => {
      expect(nextSignOnStep(400, { ...body, code }))
        .to.contain("Check applicationId")
        .and.to.contain("a worker application is none");
    });
  }

  it("names the scope after OAuth's invalid_scope", () => {
    expect(nextSignOnStep(400, { ...body, code: "invalid_scope" })).to.contain("does not grant the scope");
  });

  it("names the application after a redirect", () => {
    expect(nextSignOnStep(302, undefined)).to.contain("does not let a sign-on go without a browser");
  });

  for (const status of [400, 401, 403, 404, 407]) {
    it(`doubts the address when the answer to a ${status} is not PingOne's`, () => {
      expect(nextSignOnStep(status, undefined)).to.contain("check the auth URL or region, and any proxy");
    });
  }

  const others: readonly (readonly [what: string, status: number, body: ErrorBody | undefined])[] = [
    ["a lockout", 400, detail("PASSWORD_LOCKED_OUT")],
    ["rules of the policy", 400, detail("INVALID_VALUE")],
    ["a rate limit", 429, { ...body, code: "REQUEST_LIMITED" }],
    ["a problem of PingOne's", 500, undefined],
    ["a rate limit of somebody else's", 429, undefined],
  ];
  for (const [what, status, refusal] of others) {
    it(`leaves ${what} to what the API says`, () => {
      expect(nextSignOnStep(status, refusal)).to.equal(undefined);
    });
  }
});
