import { expect } from "chai";
import { createRandomSequence } from "../../../simulator/faults/random-sequence";

describe("createRandomSequence", () => {
  const first = (count: number, ...parts: (string | number)[]) => {
    const next = createRandomSequence(...parts);
    return Array.from({ length: count }, next);
  };

  it("repeats itself for the same parts alone", () => {
    expect(first(20, 7, "setPassword")).to.deep.equal(first(20, 7, "setPassword"));
    expect(first(20, 7, "setPassword")).not.to.deep.equal(first(20, 8, "setPassword"));
    expect(first(20, 7, "setPassword")).not.to.deep.equal(first(20, 7, "readUser"));
  });

  it("is spread evenly, along a sequence and over neighbouring seeds", () => {
    const along = first(10_000, 1);
    const across = Array.from({ length: 10_000 }, (_, seed) => createRandomSequence(seed)());
    for (const numbers of [along, across]) {
      expect(Math.min(...numbers)).to.be.at.least(0);
      expect(Math.max(...numbers)).to.be.below(1);
      for (const share of [0.1, 0.3, 0.5, 0.9]) {
        const below = numbers.filter((number) => number < share).length;
        expect(below / numbers.length).to.be.closeTo(share, 0.02);
      }
    }
  });
});
