import { expect } from "chai";
import * as errors from "../../provider/errors";

const refusal = { operation: "setPassword", status: 400, code: "INVALID_DATA", details: [] };

describe("PingOneError", () => {
  const all = {
    PingOneApiError: new errors.PingOneApiError("said", refusal),
    PingOneAuthError: new errors.PingOneAuthError("said", 401, "invalid_client"),
    PingOneConfigError: new errors.PingOneConfigError("said"),
    PingOneError: new errors.PingOneError("said"),
    PingOneNetworkError: new errors.PingOneNetworkError("said", true),
    PingOneResponseError: new errors.PingOneResponseError("said", false),
    PingOneTimeoutError: new errors.PingOneTimeoutError("said", true),
    PartialFailure: new errors.PartialFailure("id", {}, new errors.PingOneError("said")),
    UserRowsError: new errors.UserRowsError("said", []),
  };

  it("is the base of every error there is", () => {
    expect(Object.keys(all).sort()).to.deep.equal(Object.keys(errors).sort());
    for (const error of Object.values(all)) {
      expect(error).to.be.instanceOf(errors.PingOneError).and.to.be.instanceOf(Error);
    }
  });

  for (const [name, error] of Object.entries(all)) {
    it(`prints ${name} under its own name`, () => {
      expect(String(error)).to.equal(`${name}: said`);
    });
  }
});

describe("PingOneApiError", () => {
  it("keeps what a program branches on", () => {
    const details = [{ code: "INVALID_VALUE", message: "no", target: "password" }];
    const error = new errors.PingOneApiError("said", { ...refusal, details, id: "abc", retryAfter: 5 });
    expect(error).to.deep.include({ ...refusal, details, id: "abc", retryAfter: 5 });
  });
});

describe("PingOneTimeoutError", () => {
  it("is a network error, so that one rule covers both", () => {
    expect(new errors.PingOneTimeoutError("said", true)).to.be.instanceOf(errors.PingOneNetworkError);
  });
});

describe("PartialFailure", () => {
  it("says what its cause says, and keeps what holds", () => {
    const cause = new errors.PingOneError("refused");
    const failure = new errors.PartialFailure("e/u", { status: "OK" }, cause);
    expect(failure).to.deep.include({ id: "e/u", properties: { status: "OK" }, message: "refused" });
    expect(failure.cause).to.equal(cause);
  });
});
