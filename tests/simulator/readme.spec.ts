import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { operations } from "../../simulator/operations";
import { rules } from "../../simulator/policy/rules";

describe("parity card", () => {
  const readme = readFileSync(join(__dirname, "../../simulator/README.md"), "utf8");
  const card = readme.slice(readme.indexOf("## Parity card"), readme.indexOf("Policy rules simulated"));

  it("has one row for every operation", () => {
    const named = [...card.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name ?? "");
    expect(named.sort()).to.deep.equal(Object.keys(operations).sort());
  });

  it("names every policy rule that is simulated", () => {
    const simulated = /Policy rules simulated:(.*?)\*\*Not simulated yet/s.exec(readme)?.[1] ?? "";
    for (const name of Object.keys(rules)) expect(simulated).to.contain(`\`${name}\``);
  });
});
