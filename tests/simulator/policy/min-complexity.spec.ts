import { expect } from "chai";
import { minComplexity } from "../../../simulator/policy/min-complexity";
import { subject } from "./subject";

describe("minComplexity", () => {
  const breaks = (value: string, days = 7) =>
    minComplexity(subject(value, { minComplexity: days })).length > 0;

  // At 1e11 guesses a second 7 days are 6.048e16 guesses; each value is the longest that bears fewer.
  for (const [classes, tooShort] of [
    ["10 digits", "1".repeat(16)],
    ["26 lower-case letters", "a".repeat(11)],
    ["26 upper-case letters", "A".repeat(11)],
    ["33 symbols", "~".repeat(11)],
    ["letters and digits", "Aa1aaaaaa"],
    ["all four classes", "Aa1 aaaa"],
    ["256 characters wherever there is another one, whatever stands beside it", "äAa1 a"],
  ] as const) {
    it(`counts ${classes}`, () => {
      expect(breaks(tooShort)).to.equal(true);
      expect(breaks(tooShort + tooShort.slice(-1))).to.equal(false);
    });
  }

  it("counts the space and every mark of ASCII among the symbols, and what is no ASCII not", () => {
    for (const symbol of " !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~") {
      // 33 symbols at 11 places bear 6.03 days of guesses; 32 would bear 4.3 of them, and 256 far more.
      expect(breaks(symbol.repeat(11), 6), symbol).to.equal(false);
      expect(breaks(symbol.repeat(11), 7), symbol).to.equal(true);
    }
    for (const other of ["ß", "\t", "\u007f"]) {
      // 256 characters at 8 places bear 2143.4 days.
      expect(breaks(other.repeat(8), 2143), other).to.equal(false);
      expect(breaks(other.repeat(8), 2144), other).to.equal(true);
    }
  });

  it("adds up the shorter lengths too", () => {
    // 17 digits alone bear 11.6 days of guesses, with all shorter ones 12.9.
    expect(breaks("1".repeat(17), 12)).to.equal(false);
    expect(breaks("1".repeat(17), 13)).to.equal(true);
  });

  it("counts characters, not the units of an encoding", () => {
    expect(breaks("🔑🔑🔑🔑🔑🔑")).to.equal(true);
    expect(breaks("🔑🔑🔑🔑🔑🔑🔑")).to.equal(false);
  });

  it("bears passphrases of any length, and the greatest number of days", function () {
    this.timeout(1000);
    expect(breaks("correct horse battery staple ".repeat(10_000), Number.MAX_SAFE_INTEGER)).to.equal(false);
    expect(breaks("correct horse", Number.MAX_SAFE_INTEGER)).to.equal(true);
  });

  it("says how many days it must take", () => {
    expect(minComplexity(subject("a", { minComplexity: 7 }))).to.deep.equal([
      "The provided password is not complex enough.  " +
        "The minimum number of days that guessing a user password must take is 7",
    ]);
  });

  it("says nothing when it is not enforced", () => {
    expect(minComplexity(subject("a", {}))).to.deep.equal([]);
  });
});
