import { fork } from "node:child_process";
import { once } from "node:events";
import { watch } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { createSimulator } from "../../../simulator";
import { itAtLength } from "../../helpers/it-at-length";

describe("the state file of a simulator that is killed", function () {
  this.timeout(300_000);
  let folder = "";
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "pingone-killed-"));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Kills a process while it writes. @returns how many users it had said are kept */
  async function killDuringWrite(file: string, writes: number): Promise<number> {
    const child = fork(join(__dirname, "save-without-end.ts"), [file], { execArgv: ["--import", "tsx"] });
    let said = 0;
    child.on("message", (users) => (said = Number(users)));
    let remaining = writes;
    const watcher = watch(folder, (_event, name) => {
      // It makes this file, fills it and gives it the other one's name.
      if (name?.endsWith(".tmp") === true && (remaining -= 1) === 0) child.kill("SIGKILL");
    });
    const [, signal] = (await once(child, "exit")) as [number | null, string | null];
    watcher.close();
    expect(signal).to.equal("SIGKILL");
    return said;
  }

  /** @returns how often something half written was left behind */
  async function killOften(times: number): Promise<number> {
    const file = join(folder, "sim.json");
    let [kept, torn] = [0, 0];
    for (let time = 0; time < times; time += 1) {
      const said = await killDuringWrite(file, 12 + (time % 7));
      if ((await readdir(folder)).includes("sim.json.tmp")) torn += 1;
      const simulator = await createSimulator({ state: file });
      await simulator.close();
      expect(simulator.resumed).to.equal(true);
      expect(simulator.counts().users).to.be.at.least(Math.max(said, kept));
      kept = simulator.counts().users;
      expect(await readdir(folder), "what was left behind is gone").to.deep.equal(["sim.json"]);
    }
    return torn;
  }

  it("can be read and holds what was saved last", async () => {
    await killOften(2);
  });

  itAtLength("can be read after forty kills, some of which tore a write", async () => {
    expect(await killOften(40)).to.be.greaterThan(0);
  });
});
