import { expect } from "chai";
import { askedWait, parseRetryAfter } from "../../provider/transport/retry-after";

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

describe("askedWait", () => {
  const answer = (retryAfter: string | null, date: string | null = null) => ({
    status: 429,
    text: "",
    header: (name: string) => ({ "retry-after": retryAfter, date })[name] ?? null,
    cookies: [],
  });
  const body = (retryAfter: unknown) => ({
    code: "REQUEST_LIMITED",
    message: "",
    details: [
      { code: "X", message: "" },
      { code: "LIMIT_EXCEEDED", message: "", innerError: { retryAfter } },
    ],
  });

  it("goes by the header first, then by the body", () => {
    expect(askedWait(answer("2"), body(9))).to.equal(2);
    expect(askedWait(answer("soon"), body(9))).to.equal(9);
    expect(askedWait(answer(null), body(9))).to.equal(9);
  });

  it("goes by the clock of the answer, where the header gives a date", () => {
    const later = "Wed, 21 Oct 2015 07:28:07 GMT";
    expect(askedWait(answer(later, "Wed, 21 Oct 2015 07:28:00 GMT"), undefined)).to.equal(7);
    expect(askedWait(answer(later, "soon"), undefined)).to.equal(0);
    expect(askedWait(answer(later), undefined)).to.equal(0);
  });

  it("is nothing where neither says a number of seconds", () => {
    expect(askedWait(answer(null), undefined)).to.equal(undefined);
    expect(askedWait(answer(null), body("9"))).to.equal(undefined);
    expect(askedWait(answer(null), body(-9))).to.equal(undefined);
  });
});
