import { expect } from "chai";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { FakeMachine } from "./fake-machine";
import { rejectionOf } from "./rejection-of";
import { placeFolder, scriptUrl } from "./scripts";

describe("placeFolder", () => {
  let machine: FakeMachine;
  let target: string;
  const write = (text: string) => (folder: string) => {
    writeFileSync(join(folder, "program"), text);
    return Promise.resolve(folder);
  };
  const never = (): Promise<boolean> => Promise.resolve(false);
  beforeEach(() => {
    machine = new FakeMachine();
    target = join(machine.versions, "1.0.0");
  });
  afterEach(() => {
    machine.remove();
  });

  it("shows nothing under the target's name before all is there", async () => {
    let seen: string[] = [];
    await placeFolder(
      target,
      (folder) => {
        seen = readdirSync(machine.versions);
        return write("whole")(folder);
      },
      never,
    );
    expect(seen).to.have.length(1).and.not.to.contain("1.0.0");
    expect(readFileSync(join(target, "program"), "utf8")).to.equal("whole");
  });

  it("leaves nothing behind when filling fails", async () => {
    const failing = (): Promise<string> => Promise.reject(new Error("no space"));
    expect(await rejectionOf(placeFolder(target, failing, never))).to.equal("no space");
    expect(readdirSync(machine.versions)).to.deep.equal([]);
  });

  it("replaces a target that cannot serve", async () => {
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, "half"), "");
    await placeFolder(target, write("whole"), never);
    expect(readdirSync(target)).to.deep.equal(["program"]);
  });

  it("keeps what another process placed in the meantime", async () => {
    await placeFolder(
      target,
      async (folder) => {
        await placeFolder(target, write("first"), never);
        return write("second")(folder);
      },
      () => Promise.resolve(true),
    );
    expect(readFileSync(join(target, "program"), "utf8")).to.equal("first");
    expect(readdirSync(machine.versions)).to.deep.equal(["1.0.0"]);
  });

  it("removes what a killed process left, and not what a living one fills", async () => {
    await stopWhileFilling("SIGKILL");
    const [abandoned = ""] = readdirSync(machine.versions);
    expect(abandoned).to.match(/^\.setup-/);

    let during: string[] = [];
    await placeFolder(
      target,
      async (folder) => {
        await placeFolder(join(machine.versions, "2.0.0"), write("other"), never);
        during = readdirSync(machine.versions);
        return write("whole")(folder);
      },
      never,
    );
    expect(during).not.to.contain(abandoned);
    expect(readdirSync(machine.versions).sort()).to.deep.equal(["1.0.0", "2.0.0"]);
  });

  it("cleans up when the process is told to stop while a command runs", async () => {
    expect(await stopWhileFilling("SIGTERM")).to.equal(143);
    expect(readdirSync(machine.versions)).to.deep.equal([]);
  });

  /** Ends a process while a command of its own fills the folder; answers with its exit code. */
  async function stopWhileFilling(signal: NodeJS.Signals): Promise<unknown> {
    const command = JSON.stringify("process.stdout.write('filling\\n'); setInterval(() => {}, 1000);");
    const script = machine.writeFile(
      "fill.mjs",
      `import { placeFolder } from ${JSON.stringify(scriptUrl("engine/place-folder.mjs"))};
import { runCommand } from ${JSON.stringify(scriptUrl("setup/run-command.mjs"))};
import { runScript } from ${JSON.stringify(scriptUrl("setup/run-script.mjs"))};
const fill = (folder) =>
  runCommand(process.execPath, ["-e", ${command}], { onLine: (line) => console.log(line, folder) });
void runScript(import.meta.url, () => placeFolder(${JSON.stringify(target)}, fill, () => false));`,
    );
    // A group of its own: what a killed process leaves running is ended with it.
    const child = spawn(process.execPath, [script], { stdio: ["ignore", "pipe", "ignore"], detached: true });
    const closed = once(child, "exit");
    await once(createInterface(child.stdout), "line");
    child.kill(signal);
    const [code] = (await closed) as [unknown];
    if (signal === "SIGKILL" && child.pid !== undefined) process.kill(-child.pid, signal);
    return code;
  }
});
