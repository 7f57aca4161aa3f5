import { expect } from "chai";
import { isRateLimit } from "../../provider/transport/rate-limit";

const detail = (code: string) => ({ code, message: "" });

describe("isRateLimit", () => {
  it("is a 429, whatever it says", () => {
    expect(isRateLimit(429, [])).to.equal(true);
    expect(isRateLimit(429, [detail("LIMIT_EXCEEDED")])).to.equal(true);
  });

  it("is no quota that is used up: waiting for a second does not bring it back", () => {
    expect(isRateLimit(429, [detail("QUOTA_EXCEEDED")])).to.equal(false);
  });

  it("is no other refusal", () => {
    expect(isRateLimit(503, [detail("LIMIT_EXCEEDED")])).to.equal(false);
  });
});
