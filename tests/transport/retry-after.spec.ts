import { expect } from "chai";
import { parseRetryAfter } from "../../provider/transport/retry-after";

describe("parseRetryAfter", () => {
  const now = Date.parse("2026-11-21T09:00:00Z");
  const headers: readonly (readonly [header: string | null, seconds: number | undefined])[] = [
    ["7", 7],
    ["0", 0],
    [" 12 ", 12],
    ["0.5", 0.5],
    ["Sat, 21 Nov 2026 09:00:30 GMT", 30],
    ["Sat, 21 Nov 2026 08:00:00 GMT", 0],
    ["-5", undefined],
    ["soon", undefined],
    ["Infinity", undefined],
    ["", undefined],
    ["  ", undefined],
    [null, undefined],
  ];
  for (const [header, seconds] of headers) {
    it(`reads ${JSON.stringify(header)} as ${seconds ?? "nothing"}`, () => {
      expect(parseRetryAfter(header, now)).to.equal(seconds);
    });
  }
});
