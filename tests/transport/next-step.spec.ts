import { expect } from "chai";
import { nextStep } from "../../provider/transport/next-step";

const body = { code: "X", message: "", details: [] };

describe("nextStep", () => {
  const steps: readonly (readonly [status: number, advice: string])[] = [
    [403, "Identity Data Admin"],
    [404, "environmentId and userId"],
    [415, "Update pulumi-pingone-password"],
    [429, "--parallel 2"],
    [500, "status.pingidentity.com"],
    [503, "status.pingidentity.com"],
  ];
  for (const [status, advice] of steps) {
    it(`names a way on after ${status}`, () => {
      expect(nextStep(status, body, undefined)).to.contain(advice);
    });
  }

  it("leaves a 400 to PingOne's own words", () => {
    expect(nextStep(400, body, undefined)).to.equal("");
  });

  it("says how long PingOne asks to wait", () => {
    expect(nextStep(429, body, 3600)).to.contain("wait 3600 s");
  });

  it("doubts the address when the answer is not PingOne's", () => {
    expect(nextStep(404, undefined, undefined))
      .to.contain("API URL or region")
      .and.not.to.contain("userId");
  });
});
