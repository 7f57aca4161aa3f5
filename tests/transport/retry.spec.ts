import { expect } from "chai";
import {
  PingOneApiError,
  PingOneAuthError,
  PingOneNetworkError,
  PingOneResponseError,
  PingOneTimeoutError,
} from "../../provider/errors";
import {
  defaultRetryPolicy,
  delayBeforeRepeat,
  type Repeatable,
  type RetryPolicy,
} from "../../provider/transport/retry";

const policy: RetryPolicy = { retries: 4, baseDelay: 100, maxDelay: 500, maxRetryAfter: 60_000 };

function refused(status: number, retryAfter?: number, code = ""): PingOneApiError {
  return new PingOneApiError("", { operation: "readUser", status, code, details: [], retryAfter });
}

function broken(unclear: boolean, code?: string): PingOneNetworkError {
  return new PingOneNetworkError("", unclear, { cause: Object.assign(new Error(code), { code }) });
}

function isRepeated(error: unknown, repeatable: Repeatable): boolean {
  return delayBeforeRepeat(error, 1, repeatable, 0, policy) !== undefined;
}

describe("delayBeforeRepeat", () => {
  const failures: readonly (readonly [what: string, error: Error, anyway: boolean, ifRepeatable: boolean])[] =
    [
      ["a rate limit", refused(429), true, true],
      ["a service that is not available", refused(503), true, true],
      ["a 503 of a proxy", refused(503, undefined, "HTTP_503"), true, true],
      ["a defect of PingOne's", refused(500), false, true],
      ["a bad gateway", refused(502), false, true],
      ["a gateway's time-out", refused(504), false, true],
      ["a request that PingOne waited for too long", refused(408), false, true],
      ["a refusal", refused(400), false, false],
      ["missing rights", refused(403), false, false],
      ["an unknown user", refused(404), false, false],
      ["wrong credentials", new PingOneAuthError("", 401, "invalid_client"), false, false],
      ["an answer that cannot be read", new PingOneResponseError("", false), false, true],
      ["an address without a listener", broken(false, "ECONNREFUSED"), true, true],
      ["a name that cannot be resolved", broken(false, "EAI_AGAIN"), true, true],
      ["a connection that broke", broken(true, "ECONNRESET"), false, true],
      ["a connection that broke without a code", broken(true), false, true],
      ["a time-out", new PingOneTimeoutError("", true), false, true],
      ["a refused certificate", broken(false, "DEPTH_ZERO_SELF_SIGNED_CERT"), false, false],
      ["an expired certificate", broken(false, "CERT_HAS_EXPIRED"), false, false],
      ["a setting that is no URL", broken(false, "ERR_INVALID_URL"), false, false],
      ["a credential with a line break", broken(false, "ERR_INVALID_CHAR"), false, false],
      ["a bug", new RangeError(""), false, false],
    ];
  for (const [what, error, anyway, ifRepeatable] of failures) {
    it(`repeats after ${what}: ${anyway ? "always" : ifRepeatable ? "if that does no harm" : "never"}`, () => {
      expect([isRepeated(error, false), isRepeated(error, true)]).to.deep.equal([anyway, ifRepeatable]);
    });
  }

  it("trusts no 503 but PingOne's own where twice is worse than not at all", () => {
    const answers = [refused(503), refused(503, undefined, "HTTP_503"), refused(429), broken(true)];
    expect(answers.map((error) => isRepeated(error, "once"))).to.deep.equal([true, false, true, false]);
  });

  it("doubles the delay up to the longest, and jitters its upper half", () => {
    const delays = [1, 2, 3, 4, 5].map((attempt) => [
      delayBeforeRepeat(refused(500), attempt, true, 0, policy),
      delayBeforeRepeat(refused(500), attempt, true, 1, policy),
    ]);
    expect(delays).to.deep.equal([
      [50, 100],
      [100, 200],
      [200, 400],
      [250, 500],
      [250, 500],
    ]);
  });

  it("waits at least as long as PingOne asks, also beyond the longest delay", () => {
    expect(delayBeforeRepeat(refused(429, 30), 1, false, 0, policy)).to.equal(30_000);
    expect(delayBeforeRepeat(refused(429, 30), 4, false, 1, policy)).to.equal(30_100);
    expect(delayBeforeRepeat(refused(503, 0), 1, false, 0.5, policy)).to.equal(50);
  });

  it("gives up when PingOne asks for longer than is allowed", () => {
    expect(delayBeforeRepeat(refused(429, 60), 1, true, 0, policy)).to.equal(60_000);
    expect(delayBeforeRepeat(refused(429, 60.001), 1, true, 0, policy)).to.equal(undefined);
  });
});

describe("defaultRetryPolicy", () => {
  it("outlasts an outage of a few seconds and waits two minutes for a rate limit", () => {
    const attempts = Array.from({ length: defaultRetryPolicy.retries }, (_, index) => index + 1);
    const shortest = attempts.map(
      (n) => delayBeforeRepeat(refused(500), n, true, 0, defaultRetryPolicy) ?? 0,
    );
    expect(shortest.reduce((sum, delay) => sum + delay)).to.be.within(3000, 20_000);
    expect(delayBeforeRepeat(refused(429, 120), 1, false, 0, defaultRetryPolicy)).to.equal(120_000);
  });
});
