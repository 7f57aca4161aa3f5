import { expect } from "chai";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** A rule of the benchmark. */
type Rule = { rule: string; bound: "at most" | "at least"; limit: number; actual: number | undefined };

type Request = { operation?: string; method: string };

// The benchmark uses the helpers of these tests, so its types cannot be imported here.
const load = (path: string): Promise<unknown> =>
  import(pathToFileURL(join(__dirname, "..", "bench", path)).href);

describe("bench", () => {
  describe("median", () => {
    let median: (values: readonly number[]) => number | undefined;
    let medianRatio: (above: readonly number[], below: readonly number[]) => number | undefined;
    before(async () => {
      ({ median, medianRatio } = (await load("median.ts")) as {
        median: typeof median;
        medianRatio: typeof medianRatio;
      });
    });

    it("is the middle one by size, not by text", () => {
      expect(median([10, 9, 100])).to.equal(10);
    });

    it("is the mean of the two in the middle", () => {
      expect(median([4, 1, 2, 100])).to.equal(3);
    });

    it("is undefined for none", () => {
      expect(median([])).to.equal(undefined);
    });

    it("compares round by round", () => {
      expect(medianRatio([2, 30, 8], [1, 10, 2]), "of 2, 3 and 4").to.equal(3);
    });

    it("leaves a round out that only one of them has", () => {
      expect(medianRatio([2, 100], [1])).to.equal(2);
      expect(medianRatio([2], [])).to.equal(undefined);
    });
  });

  describe("judge", () => {
    let judge: (rule: Rule, quick: boolean) => string;
    before(async () => {
      ({ judge } = (await load("report/judge.ts")) as { judge: typeof judge });
    });
    const verdict = (bound: Rule["bound"], actual: number | undefined, quick = false) =>
      judge({ rule: "a rule", bound, limit: 1.25, actual }, quick);

    it("lets a figure be as large as the limit, not larger", () => {
      expect(verdict("at most", 1.25)).to.equal("holds");
      expect(verdict("at most", 1.26)).to.equal("MISSED");
    });

    it("lets a figure be as small as the limit, not smaller", () => {
      expect(verdict("at least", 1.25)).to.equal("holds");
      expect(verdict("at least", 1.24)).to.equal("MISSED");
    });

    it("does not take what was not measured for what holds", () => {
      expect(verdict("at most", undefined)).to.equal("not measured");
      expect(verdict("at least", NaN)).to.equal("not measured");
    });

    it("does not judge a quick run", () => {
      expect(verdict("at most", 2, true)).to.equal("not judged");
    });
  });

  describe("countCalls", () => {
    let countCalls: (requests: readonly Request[], users: number) => { reads: number; writes: number };
    before(async () => {
      ({ countCalls } = (await load("calls.ts")) as { countCalls: typeof countCalls });
    });

    it("counts reads and writes for each user, without tokens", () => {
      const requests: Request[] = [
        { operation: "issueToken", method: "POST" },
        { operation: "setPassword", method: "PUT" },
        { operation: "setPassword", method: "PUT" },
        { operation: "readPasswordPolicy", method: "GET" },
      ];
      expect(countCalls(requests, 2)).to.deep.equal({ reads: 0.5, writes: 1 });
    });

    it("counts a request that is no operation as a write", () => {
      expect(countCalls([{ method: "POST" }], 1)).to.deep.equal({ reads: 0, writes: 1 });
    });
  });
});
