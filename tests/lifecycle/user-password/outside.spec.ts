import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { expect } from "chai";
import { PingOneError } from "../../../provider/errors";
import type { OnExternalChange } from "../../../provider/lifecycle";
import { userPassword } from "../../../provider/lifecycle/user-password";
import { createSimulator, type Simulator } from "../../../simulator";
import { withFolder } from "../../delivery/with-folder";
import { refusalOf } from "../../errors/refusal-of";
import { changeOutside } from "../../helpers/outside";
import { createSession, recordReport } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { refresh } from "../bring-up";
import { type StoredPassword, upPassword } from "./up-password";

const value = "New-Secret.43";
const outside = "Outside-Secret.45";
const HOUR = 3_600_000;

/** What a refresh finds, and what it says. */
async function look(simulator: Simulator, stored: StoredPassword) {
  const report = recordReport();
  const found = await refresh(userPassword(createSession(simulator)), stored, report);
  return { found: found ?? expect.fail("the user is gone"), warnings: report.warnings };
}

withSimulator("UserPassword changed outside", (simulator) => {
  const path = withFolder();
  const writes = () => calls(simulator).filter((name) => name !== "readPasswordState" && name !== "readUser");

  /** A password that somebody else has changed since, as a refresh finds it. */
  async function drift(args: object) {
    const user = addUser(simulator);
    const declared = { ...user, ...args };
    const stored = await upPassword(simulator, declared);
    await changeOutside(simulator, user.userId, outside);
    const { found, warnings } = await look(simulator, stored);
    simulator.ledger.clear();
    return { user, declared, stored, found, warnings, at: found.outs.lastChangedAt ?? "" };
  }

  /** The run after a refresh. */
  async function run(declared: object, before: StoredPassword) {
    const report = recordReport();
    const after = await upPassword(simulator, { ...declared }, { before, report });
    return { after, infos: report.infos };
  }

  for (const args of [{}, { onExternalChange: "warn" }]) {
    it(`is told and left alone with ${JSON.stringify(args)}, at every refresh and run`, async () => {
      const { user, declared, found, warnings, at } = await drift({ value, ...args });
      const told = [
        `The password was changed outside this stack at ${at}: it is left as it is; a new value would set it again.`,
      ];
      expect(warnings).to.deep.equal(told);
      expect((await look(simulator, found)).warnings).to.deep.equal(told);
      const { after, infos } = await run(declared, found);
      expect(after).to.equal(found);
      expect(infos).to.deep.equal([
        `The password was changed outside this stack at ${at}: it is left as it is; a new value would set it again.`,
      ]);
      expect(writes()).to.deep.equal([]);
      expect(simulator.verifyPassword(user.userId, outside)).to.equal(true);
    });
  }

  it("is not spoken of with ignore, and known all the same", async () => {
    const { declared, found, warnings } = await drift({ value, onExternalChange: "ignore" });
    expect(warnings).to.deep.equal([]);
    expect(found.outs.externallyChanged).to.equal(true);
    expect((await run(declared, found)).infos).to.deep.equal([]);
    expect(writes()).to.deep.equal([]);
  });

  it("is taken back once with a newly generated password", async () => {
    const file = path("alice.txt");
    const { user, declared, found, warnings, at } = await drift({
      generate: {},
      deliverTo: { file },
      onExternalChange: "reset",
    });
    const first = readFileSync(file, "utf8");
    expect(warnings).to.deep.equal([
      `The password was changed outside this stack at ${at}: pulumi up sets it again (onExternalChange: reset).`,
    ]);
    const { after, infos } = await run(declared, found);
    expect(infos).to.deep.equal([
      `The password was changed outside this stack at ${at}: pulumi up sets it again (onExternalChange: reset).`,
      `The generated password is in the file "${file}".`,
    ]);
    expect(writes()).to.deep.equal(["setPassword"]);
    const second = readFileSync(file, "utf8");
    expect(second).not.to.equal(first);
    expect(simulator.verifyPassword(user.userId, second.trimEnd())).to.equal(true);
    await expectQuiet(declared, after);
  });

  it("is taken back once with the same value, past the policy", async () => {
    const { user, declared, found } = await drift({ value, bypassPolicy: true, onExternalChange: "reset" });
    const { after } = await run(declared, found);
    expect(writes()).to.deep.equal(["setPasswordValue"]);
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
    await expectQuiet(declared, after);
  });

  async function expectQuiet(declared: object, stored: StoredPassword) {
    simulator.ledger.clear();
    const { found, warnings } = await look(simulator, stored);
    expect(warnings).to.deep.equal([]);
    expect(found.outs).to.deep.equal(stored.outs);
    const { after, infos } = await run(declared, found);
    expect(after).to.equal(found);
    expect(infos).to.deep.equal([]);
    expect(writes()).to.deep.equal([]);
  }

  it("stops before a reset whose value is not there, as the up would", async () => {
    const { user, declared, found } = await drift({ value, bypassPolicy: true, onExternalChange: "reset" });
    expect((await refusalOf(PingOneError, run({ ...declared, value: undefined }, found))).message).to.match(
      /^The password did not reach this step: .* Give value or valueFrom in the program/,
    );
    expect(simulator.verifyPassword(user.userId, outside)).to.equal(true);
  });

  it("stops before a reset whose place to deliver to is gone", async () => {
    const file = path("gone/alice.txt");
    mkdirSync(path("gone"));
    const { declared, found } = await drift({ generate: {}, deliverTo: { file }, onExternalChange: "reset" });
    rmSync(path("gone"), { recursive: true });
    const error = await refusalOf(PingOneError, run(declared, found));
    expect(error.message).to.contain("deliverTo");
    expect(writes()).to.deep.equal([]);
  });

  it("waits for a refresh: a run alone does not look", async () => {
    const { declared, stored } = await drift({ value, bypassPolicy: true, onExternalChange: "reset" });
    expect((await run(declared, stored)).after).to.equal(stored);
    expect(calls(simulator)).to.deep.equal([]);
  });

  for (const onExternalChange of ["warn", "reset"] as const) {
    it(`is obedience after forceChange, with ${onExternalChange}`, async () => {
      const { declared, found, warnings } = await drift({
        value,
        bypassPolicy: true,
        forceChange: true,
        onExternalChange,
      });
      expect(warnings).to.deep.equal([]);
      expect(found.outs.externallyChanged).to.equal(false);
      const { after, infos } = await run(declared, found);
      expect({ after, infos }).to.deep.equal({ after: found, infos: [] });
      expect(writes()).to.deep.equal([]);
    });
  }

  it("is a new value's business when both come together", async () => {
    const { user, declared, found } = await drift({ value });
    const { after, infos } = await run({ ...declared, value: "Next-Secret.44" }, found);
    expect(infos).to.deep.equal([
      'value satisfies the policy "Lax".',
      "The value changed: this sets the new password.",
    ]);
    expect(after.outs.externallyChanged).to.equal(false);
    expect(simulator.verifyPassword(user.userId, "Next-Secret.44")).to.equal(true);
  });

  it("follows another onExternalChange without a call of its own", async () => {
    const { declared, found } = await drift({ value });
    const ignoring = await run({ ...declared, onExternalChange: "ignore" }, found);
    expect(ignoring.infos).to.deep.equal([]);
    expect((await look(simulator, ignoring.after)).warnings).to.deep.equal([]);
    expect(writes()).to.deep.equal([]);
  });
});

describe("UserPassword changed outside, by clocks that differ", () => {
  for (const hours of [-7, 7]) {
    it(`goes by PingOne's times alone, ${Math.abs(hours)} hours ${hours < 0 ? "behind" : "ahead of"} this machine's`, async () => {
      const simulator = await createSimulator({ now: new Date(Date.now() + hours * HOUR) });
      try {
        const reset: OnExternalChange = "reset";
        const declared = { ...addUser(simulator), value, bypassPolicy: true, onExternalChange: reset };
        const stored = await upPassword(simulator, declared);
        const unchanged = await look(simulator, stored);
        expect(unchanged).to.deep.equal({ found: stored, warnings: [] });
        expect(await upPassword(simulator, declared, { before: unchanged.found })).to.equal(unchanged.found);
        await changeOutside(simulator, declared.userId, outside);
        const drifted = await look(simulator, stored);
        expect(drifted.found.outs.externallyChanged).to.equal(true);
        const after = await upPassword(simulator, declared, { before: drifted.found });
        expect((await look(simulator, after)).found.outs.externallyChanged).to.equal(false);
      } finally {
        await simulator.close();
      }
    });
  }
});
