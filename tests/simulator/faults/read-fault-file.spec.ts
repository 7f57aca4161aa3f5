import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { readFaultFile } from "../../../simulator/faults/read-fault-file";

describe("readFaultFile", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pingone-faults-"));
  });
  after(() => rm(folder, { recursive: true }));

  const read = async (name: string, text: string) => {
    const path = join(folder, name);
    await writeFile(path, text);
    return readFaultFile(path);
  };

  it("reads a list of rules from JSON and YAML", async () => {
    const rules = [{ operation: "setPassword", kind: "503-json", count: 1 }, { kind: "502-html" }];
    expect(await read("faults.json", JSON.stringify(rules))).to.deep.equal(rules);
    const yaml = "- operation: setPassword\n  kind: 503-json\n  count: 1\n- kind: 502-html\n";
    expect(await read("faults.yaml", yaml)).to.deep.equal(rules);
  });

  it("names the file, the line, the rule and the field that is wrong", async () => {
    const message = await read("wrong.yaml", "- kind: 502-html\n- kind: 503-json\n  count: 0\n").catch(
      String,
    );
    expect(message).to.contain("wrong.yaml, line 2: Wrong faults[1]: count must be a whole number from 1.");
  });

  it("refuses what is no list, no file and no data", async () => {
    expect(await read("one.json", '{"kind": "502-html"}').catch(String)).to.contain(
      "must hold a list of rules",
    );
    expect(await read("broken.json", "[").catch(String)).to.contain("is not valid JSON");
    const missing = await readFaultFile(join(folder, "none.json")).catch(String);
    expect(missing).to.contain("The faults file").and.to.contain("name another one with --faults.");
  });
});
