import { expect } from "chai";
import { missingLines } from "./printed";

describe("missingLines", () => {
  it("finds what was not printed", () => {
    expect(missingLines("one\n\ntwo\n", "one\n")).to.deep.equal(["two"]);
    expect(missingLines("on\n", "one\n"), "a part of a line").to.deep.equal(["on"]);
  });

  it("takes ... for anything, in its place", () => {
    expect(
      missingLines("begins...\n...ends\n...mid...dle...\n", "begins and ends\na mid in the dle x\n"),
    ).to.deep.equal([]);
    expect(missingLines("a...b\n", "b a\n")).to.deep.equal(["a...b"]);
  });

  it("looks neither at durations nor at the width of columns", () => {
    expect(
      missingLines(
        " +  User alice created\n    status: OK\n",
        " +  User alice created (0.2s) \n  status   : OK",
      ),
    ).to.deep.equal([]);
  });
});
