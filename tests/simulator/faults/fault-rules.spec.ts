import { expect } from "chai";
import type { FaultRule, OperationName } from "../../../simulator";
import { FaultRules } from "../../../simulator/faults/fault-rules";

describe("FaultRules", () => {
  const withRules = (...list: readonly FaultRule[]) => {
    const rules = new FaultRules();
    for (const rule of list) rules.add(rule);
    return rules;
  };
  /** What happens to so many requests in a row: the kind, or a dot. */
  const happen = (rules: FaultRules, count: number, operation: OperationName = "setPassword") =>
    Array.from({ length: count }, () => rules.take(operation, "bearer")?.kind ?? ".");
  const half = { kind: "reset-after", probability: 0.5, seed: 7 } as const;

  it("hits every request of its operation, and no other", () => {
    const rules = withRules({ kind: "500-json", operation: "setPassword" });
    expect(happen(rules, 3)).to.deep.equal(["500-json", "500-json", "500-json"]);
    expect(happen(rules, 1, "readUser")).to.deep.equal(["."]);
  });

  it("hits all of /v1 with *, also what is no operation, and neither tokens nor sign-ons", () => {
    for (const rules of [withRules({ kind: "500-json" }), withRules({ kind: "500-json", operation: "*" })]) {
      expect(rules.take("readUser", "bearer")?.kind).to.equal("500-json");
      expect(rules.take(undefined, "bearer")?.kind).to.equal("500-json");
      expect(rules.take("issueToken", "open")).to.equal(undefined);
      expect(rules.take("readFlow", "flow")).to.equal(undefined);
    }
  });

  it("hits tokens and flows by name", () => {
    const rules = withRules(
      { kind: "500-json", operation: "issueToken" },
      { kind: "502-json", operation: "readFlow" },
    );
    expect(rules.take("issueToken", "open")?.kind).to.equal("500-json");
    expect(rules.take("readFlow", "flow")?.kind).to.equal("502-json");
  });

  it("lets the first ones pass and ends after its count", () => {
    const rules = withRules({ kind: "500-json", after: 2, count: 3 });
    expect(happen(rules, 7).map((kind) => kind !== ".")).to.deep.equal([
      false,
      false,
      true,
      true,
      true,
      false,
      false,
    ]);
    expect(rules.list()).to.deep.equal([
      { rule: { kind: "500-json", after: 2, count: 3 }, seen: 7, happened: 3 },
    ]);
  });

  it("lets the oldest rule decide, and uses up no other", () => {
    const rules = withRules({ kind: "500-json", count: 1 }, { kind: "502-json", count: 1 });
    expect(happen(rules, 3)).to.deep.equal(["500-json", "502-json", "."]);
  });

  it("happens about as often as its probability says", () => {
    const rules = withRules({ kind: "reset-after", probability: 0.3, seed: 1 });
    expect(happen(rules, 10_000).filter((kind) => kind !== ".").length).to.be.within(2800, 3200);
    expect(happen(withRules({ ...half, probability: 0 }), 100)).not.to.include("reset-after");
    expect(happen(withRules({ ...half, probability: 1 }), 100)).not.to.include(".");
  });

  it("hits the same requests again with the same seed, and others with another", () => {
    const once = happen(withRules(half), 100);
    expect(happen(withRules(half), 100)).to.deep.equal(once);
    expect(happen(withRules({ ...half, seed: 8 }), 100)).not.to.deep.equal(once);
  });

  it("begins its numbers anew when it is added anew", () => {
    const rules = withRules(half);
    const once = happen(rules, 100);
    rules.clear();
    rules.add(half);
    expect(happen(rules, 100)).to.deep.equal(once);
  });

  it("hits the same requests of an operation however those of others come between", () => {
    const alone = happen(withRules(half), 100);
    const mixed = withRules(half);
    const among = alone.map((_, index) => {
      happen(mixed, index % 3, "readUser");
      return happen(mixed, 1)[0];
    });
    expect(among).to.deep.equal(alone);
    expect(happen(withRules(half), 100, "readUser")).not.to.deep.equal(alone);
  });

  it("hits the same requests whatever the rules before it do", () => {
    const hits = (before: FaultRule) =>
      happen(withRules(before, half), 200).map((kind) => (kind === "500-json" ? undefined : kind));
    const alone = hits({ kind: "500-json", operation: "readUser" });
    hits({ kind: "500-json", count: 50 }).forEach((kind, index) => {
      if (kind !== undefined) expect(kind).to.equal(alone[index]);
    });
    expect(alone).to.include("reset-after").and.to.include(".");
  });

  it("does not make rules of one seed and probability hit the same requests", () => {
    const rules = withRules(half, { ...half, kind: "502-json" });
    expect(happen(rules, 100)).to.include.members(["reset-after", "502-json", "."]);
  });

  it("adds clock skews up, and ends them at clear", () => {
    const rules = withRules(
      { kind: "clock-skew", skewSeconds: 90 },
      { kind: "clock-skew", skewSeconds: -30.5 },
    );
    expect(rules.skew).to.equal(59_500);
    expect(happen(rules, 1)).to.deep.equal(["."]);
    rules.clear();
    expect(rules.skew).to.equal(0);
    expect(rules.list()).to.deep.equal([]);
  });

  it("keeps a rule as it was when it was added", () => {
    const rule = { kind: "500-json" as FaultRule["kind"] };
    const rules = new FaultRules();
    rules.add(rule as FaultRule);
    rule.kind = "502-json";
    expect(happen(rules, 1)).to.deep.equal(["500-json"]);
  });
});
