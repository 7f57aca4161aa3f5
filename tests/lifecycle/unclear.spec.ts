import { expect } from "chai";
import {
  PingOneApiError,
  PingOneAuthError,
  PingOneError,
  PingOneNetworkError,
  PingOneResponseError,
  PingOneTimeoutError,
} from "../../provider/errors";
import { isUnclear } from "../../provider/lifecycle/unclear";

const answer = (status: number, code = "C") =>
  new PingOneApiError("refused", { operation: "sendRecoveryCode", status, code, details: [] });

describe("isUnclear", () => {
  const cases: readonly (readonly [what: string, error: unknown, unclear: boolean])[] = [
    ["a connection that broke", new PingOneNetworkError("broke", true), true],
    ["a connection that was refused", new PingOneNetworkError("refused", false), false],
    ["a time-out", new PingOneTimeoutError("late", true), true],
    ["an answer that cannot be read", new PingOneResponseError("odd", false), true],
    ...[408, 500, 502, 504].map((status) => [`a ${status}`, answer(status), true] as const),
    ["a 503 that is not PingOne's", answer(503, "HTTP_503"), true],
    ...[400, 401, 403, 404, 415, 429, 503].map((status) => [`a ${status}`, answer(status), false] as const),
    ["credentials that are refused", new PingOneAuthError("no", 401, "invalid_client"), false],
    ["another error of ours", new PingOneError("no"), false],
    ["a bug", new TypeError("bug"), false],
  ];
  it("knows that a call without a token did nothing", () => {
    for (const error of [answer(500), new PingOneResponseError("odd", false)]) {
      expect(isUnclear(Object.assign(error, { isUnsent: true }))).to.equal(false);
    }
  });

  for (const [what, error, unclear] of cases) {
    it(`${unclear ? "leaves open" : "knows"} what happened after ${what}`, () => {
      expect(isUnclear(error)).to.equal(unclear);
    });
  }
});
