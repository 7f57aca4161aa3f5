import { expect } from "chai";
import { spawnSync } from "node:child_process";
import { FakeMachine } from "./fake-machine";
import { repository, scriptUrl } from "./scripts";

describe("runMocha", () => {
  let machine: FakeMachine;
  beforeEach(() => {
    machine = new FakeMachine();
  });
  afterEach(() => {
    machine.remove();
  });

  /** Runs one spec in a mocha of its own; the last line of the output is what `runMocha` answers. */
  function run(spec: string): { output: string; result: unknown } {
    const file = machine.writeFile("some.spec.cjs", spec);
    const code = `import { runMocha } from ${JSON.stringify(scriptUrl("mocha/run-mocha.mjs"))};
const result = await runMocha(${JSON.stringify(repository)}, [${JSON.stringify(file)}], process.env);
console.log(JSON.stringify(result));`;
    const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", code], { encoding: "utf8" });
    return { output: stdout, result: JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "") };
  }

  it("counts what passed and shows mocha's own report", () => {
    const { output, result } = run('it("adds", () => {}); it("subtracts", () => {});');
    expect(result).to.deep.equal({ exitCode: 0, passed: 2, failed: 0 });
    expect(output).to.contain("adds").and.to.contain("2 passing");
  });

  it("counts what failed and fails itself", () => {
    const { output, result } = run(
      'it("adds", () => { throw new Error("1 + 1 = 3"); }); it("subtracts", () => {});',
    );
    expect(result).to.deep.equal({ exitCode: 1, passed: 1, failed: 1 });
    expect(output).to.contain("1 + 1 = 3");
  });

  it("fails when no test ran", () => {
    expect(run('describe("nothing", () => {});').result).to.deep.equal({ exitCode: 1, passed: 0, failed: 0 });
  });

  it("fails when a spec cannot be loaded", () => {
    const { result } = run('it("adds", () => {}); throw new Error("broken");');
    expect(result).to.include({ passed: 0, failed: 1 }).and.to.have.property("exitCode").that.is.above(0);
  });

  it("counts a skipped test as failed", () => {
    expect(run('it.skip("adds", () => {}); it("subtracts", () => {});').result).to.include({
      passed: 1,
      failed: 1,
    });
  });
});
