import { expect } from "chai";
import { readStartTime } from "../../simulator/start-time";

describe("readStartTime", () => {
  const now = Date.parse("2026-01-01T00:00:00Z");

  for (const [text, expected] of [
    ["2027-01-31T10:00:00Z", "2027-01-31T10:00:00.000Z"],
    ["2027-01-31T10:00+02:00", "2027-01-31T08:00:00.000Z"],
    ["2020-02-29T00:00:00.250Z", "2020-02-29T00:00:00.250Z"],
    ["+30d", "2026-01-31T00:00:00.000Z"],
    ["+12h", "2026-01-01T12:00:00.000Z"],
    ["+15m", "2026-01-01T00:15:00.000Z"],
    ["+10s", "2026-01-01T00:00:10.000Z"],
  ] as const) {
    it(`reads ${text}`, () => {
      expect(readStartTime(text, now).toISOString()).to.equal(expected);
    });
  }

  for (const text of [
    "",
    "tomorrow",
    "2027-01-31",
    "2027-01-31T10:00:00",
    "2027-13-31T10:00:00Z",
    "1969-12-31T23:59:59Z",
    "2126-01-31T10:00:00Z",
    "+36501d",
    "+1y",
    "30d",
    "+1.5h",
  ]) {
    it(`refuses "${text}" and says what it takes`, () => {
      expect(() => readStartTime(text, now)).to.throw(RangeError, "such as 2027-01-31T10:00:00Z");
    });
  }
});
