import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { FAULT_KINDS } from "../../simulator/faults/fault-rule";
import { parseFaultRule } from "../../simulator/faults/parse-fault-rule";
import { operations } from "../../simulator/operations";
import { rules } from "../../simulator/policy/rules";

describe("parity card", () => {
  const readme = readFileSync(join(__dirname, "../../simulator/README.md"), "utf8");
  const card = readme.slice(readme.indexOf("## Parity card"), readme.indexOf("## Policy rules"));

  it("has one row for every operation", () => {
    const named = [...card.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name ?? "");
    expect(named.sort()).to.deep.equal(Object.keys(operations).sort());
  });

  it("has the policy rules that are simulated, in the order of an answer", () => {
    const simulated = /^## Policy rules$(.*?)^## /ms.exec(readme)?.[1] ?? "";
    const rows = [...simulated.matchAll(/^\| (`.*?) \|/gm)].map(([, names]) => names ?? "");
    const named = rows.flatMap((names) => [...names.matchAll(/`(\w+)`/g)].map(([, name]) => name));
    // The age is no rule of the new password: it is refused before those are looked at.
    expect(named).to.deep.equal([...Object.keys(rules), "minAgeDays"]);
  });
});

describe("docs/faults.md", () => {
  const docs = readFileSync(join(__dirname, "../../simulator/docs/faults.md"), "utf8");

  it("has one row for every kind, in their order", () => {
    const table = /^## Kinds$(.*?)^## /ms.exec(docs)?.[1] ?? "";
    const rows = [...table.matchAll(/^\| (`.*?) \|/gm)].map(([, names]) => names ?? "");
    const named = rows.flatMap((names) => [...names.matchAll(/`([\w-]+)`/g)].map(([, name]) => name));
    expect(named).to.deep.equal(FAULT_KINDS);
  });

  it("has only rules that are taken, in every form", () => {
    const short = [...docs.matchAll(/--fault '(.*?)'/g)].map(([, text]) => text ?? "");
    const bodies = [...docs.matchAll(/-d '(.*?)'/g)].map(([, text]) => text ?? "");
    expect([short.length, bodies.length]).to.deep.equal([3, 1]);
    for (const text of [...short, ...bodies]) parseFaultRule(text);
  });
});
