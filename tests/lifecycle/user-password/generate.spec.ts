import { existsSync, readFileSync, rmSync } from "node:fs";
import { expect } from "chai";
import {
  PartialFailure,
  PingOneApiError,
  PingOneError,
  PingOneResponseError,
} from "../../../provider/errors";
import { createRunReads } from "../../../provider/lifecycle/run-reads";
import { userPassword } from "../../../provider/lifecycle/user-password";
import type { Send } from "../../../provider/transport";
import { withFolder } from "../../delivery/with-folder";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { breakAfter } from "./break-after";
import { upPassword } from "./up-password";

withSimulator("UserPassword generate", (simulator) => {
  const path = withFolder();
  const inFile = (name = "alice.txt") => readFileSync(path(name), "utf8").trimEnd();
  const toFile = (name = "alice.txt") => ({ generate: {}, deliverTo: { file: path(name) } });

  it("makes a password, delivers it, and keeps nothing of it", async () => {
    const user = addUser(simulator);
    const report = recordReport();
    const { inputs, outs } = await upPassword(simulator, { ...user, ...toFile() }, { report });
    expect(inFile()).to.have.length(24);
    expect(simulator.verifyPassword(user.userId, inFile())).to.equal(true);
    expect(calls(simulator)).to.deep.equal(["setPassword"]);
    expect(report.infos).to.deep.equal([
      `The generated password satisfies the policy "Lax" and goes to the file "${path("alice.txt")}".`,
      `The generated password is in the file "${path("alice.txt")}".`,
    ]);
    expect(outs.fingerprint).to.match(/^generate\$[\w-]{12}$/);
    expect(JSON.stringify([inputs, outs, report])).not.to.contain(inFile());
  });

  it("has it where it goes before it is the user's", async () => {
    const seen: boolean[] = [];
    const send: Send = (operation, params) => {
      if (operation.name === "setPassword") {
        seen.push(operation.secrets?.(params).includes(inFile()) === true);
      }
      return transportTo(simulator)(operation, params);
    };
    await upPassword(simulator, { ...addUser(simulator), ...toFile() }, { send });
    expect(seen).to.deep.equal([true]);
  });

  it("leaves nothing in the file when PingOne refuses, and makes another with the next run", async () => {
    const user = addUser(simulator);
    simulator.failNext("setPassword", { status: 403 });
    const error = await refusalOf(PingOneError, upPassword(simulator, { ...user, ...toFile() }));
    expect(error.message)
      .to.match(/^setPassword failed: 403/)
      .and.to.contain(
        `No password was set, and what was in the file "${path("alice.txt")}" before is there again.`,
      );
    expect(existsSync(path("alice.txt"))).to.equal(false);
    await upPassword(simulator, { ...user, ...toFile() });
    expect(simulator.verifyPassword(user.userId, inFile())).to.equal(true);
  });

  it("sets nothing when it cannot be delivered", async () => {
    const user = addUser(simulator);
    const lifecycle = userPassword(createSession(simulator));
    const inputs = { ...user, ...toFile("missing/alice.txt"), fingerprint: "generate$x" };
    const error = await refusalOf(PingOneError, lifecycle.create(inputs, recordReport()));
    expect(error.message).to.equal(
      "deliverTo: the generated password could not be written (ENOENT), so none was set. Mend that and run again.",
    );
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
    expect(simulator.readUser(user.userId)?.password.status).to.equal("NO_PASSWORD");
  });

  it("fails at preview already where it could not be delivered", async () => {
    const up = upPassword(simulator, { ...addUser(simulator), ...toFile("missing/alice.txt") });
    expect((await refusalOf(Error, up)).message).to.contain("deliverTo.file: nothing can be written");
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("needs no place to deliver to while there is nothing to do, and one to make another", async () => {
    const declared = { ...addUser(simulator), ...toFile() };
    const before = await upPassword(simulator, declared);
    rmSync(path("alice.txt"));
    const moved = { ...declared, deliverTo: { file: path("missing/alice.txt") } };
    expect(await upPassword(simulator, moved, { before })).to.equal(before);
    const rotation = upPassword(simulator, { ...moved, valueVersion: 2 }, { before });
    expect((await refusalOf(Error, rotation)).message).to.contain("deliverTo.file: nothing can be written");
  });

  it("is made for the policy that is in force for the user", async () => {
    const policy = simulator.createPasswordPolicy({
      name: "Long",
      length: { min: 32, max: 255 },
      minCharacters: { "0123456789": 20 },
    });
    simulator.createPopulation({ name: "Long", passwordPolicy: policy });
    const user = addUser(simulator, { population: "Long" });
    const reads = createRunReads(transportTo(simulator));
    await upPassword(simulator, { ...user, ...toFile() }, { reads });
    expect(inFile()).to.have.length(32);
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "setPassword", "listUsers"]);
  });

  it("is neither delivered nor set when the policy cannot be read, or leaves none to be found", async () => {
    const user = addUser(simulator);
    simulator.failNext("readPasswordState", { status: 403 }, 3);
    const unread = createRunReads(transportTo(simulator));
    await refusalOf(PingOneApiError, upPassword(simulator, { ...user, ...toFile() }, { reads: unread }));
    simulator.createPasswordPolicy({ name: "Long", length: { min: 12 }, default: true });
    const reads = createRunReads(transportTo(simulator));
    const short = { ...user, ...toFile(), generate: { length: 8 } };
    const error = await refusalOf(PingOneError, upPassword(simulator, short, { reads }));
    expect(error.message).to.contain('no password of this recipe satisfies the policy "Long"');
    expect(existsSync(path("alice.txt"))).to.equal(false);
    expect(calls(simulator)).not.to.include("setPassword");
  });

  it("is an output where the program wants it, and only then", async () => {
    const user = addUser(simulator);
    const exposed = await upPassword(simulator, { ...user, generate: {}, exposeValue: true });
    const { value = "" } = exposed.outs;
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
    const hidden = await upPassword(simulator, { ...user, ...toFile() }, { before: exposed });
    expect(hidden.outs).not.to.have.property("value");
    expect(inFile(), "it moves from the state to the file").to.equal(value);
    expect(calls(simulator).filter((name) => name === "setPassword")).to.have.length(1);
    const again = { ...user, ...toFile(), exposeValue: true };
    expect((await upPassword(simulator, again, { before: hidden })).outs).not.to.have.property("value");
  });

  it("goes where it is to go also when another input changes with it", async () => {
    const user = addUser(simulator);
    const exposed = await upPassword(simulator, { ...user, generate: {}, exposeValue: true });
    const news = { ...user, ...toFile(), forceChange: true };
    const { outs } = await upPassword(simulator, news, { before: exposed });
    expect(outs).not.to.have.property("value");
    expect(inFile()).to.equal(exposed.outs.value);
  });

  it("stays an output while other inputs change", async () => {
    const declared = { ...addUser(simulator), generate: {}, exposeValue: true };
    const before = await upPassword(simulator, declared);
    const after = await upPassword(simulator, { ...declared, deletionPolicy: "unset" }, { before });
    expect(after.outs).to.include({ value: before.outs.value, undo: "unset" });
  });

  it("is in what is kept of a run that failed half-way, where it is exposed, and only then", async () => {
    for (const [username, args] of [
      ["alice", { generate: {}, exposeValue: true }],
      ["bob", toFile()],
    ] as const) {
      const user = addUser(simulator, { username });
      const send = breakAfter(transportTo(simulator), {
        setPassword: new PingOneResponseError("empty", true),
      });
      simulator.failNext("readPasswordState", { status: 403 });
      const failure = await refusalOf(PartialFailure, upPassword(simulator, { ...user, ...args }, { send }));
      const { value } = failure.properties;
      expect(value === undefined).to.equal(username === "bob");
      const password = typeof value === "string" ? value : inFile();
      expect(simulator.verifyPassword(user.userId, password)).to.equal(true);
      expect(failure.message).not.to.contain(password);
      expect(JSON.stringify({ ...failure.properties, value: undefined })).not.to.contain(password);
    }
  });

  it("is made once", async () => {
    const declared = { ...addUser(simulator), ...toFile(), valueVersion: 1 };
    const before = await upPassword(simulator, declared);
    const first = inFile();
    simulator.ledger.clear();
    expect(await upPassword(simulator, declared, { before })).to.equal(before);
    expect(inFile()).to.equal(first);
    expect(calls(simulator)).to.deep.equal([]);
  });

  for (const [what, args, length] of [
    ["version", { valueVersion: 2 }, 24],
    ["recipe", { generate: { length: 30 } }, 30],
  ] as const) {
    it(`is made anew for another ${what}`, async () => {
      const user = addUser(simulator);
      const before = await upPassword(simulator, { ...user, ...toFile() });
      const first = inFile();
      const report = recordReport();
      const { outs } = await upPassword(simulator, { ...user, ...toFile(), ...args }, { before, report });
      expect(inFile()).to.have.length(length).and.not.to.equal(first);
      expect(simulator.verifyPassword(user.userId, inFile())).to.equal(true);
      expect(outs.fingerprint).not.to.equal(before.outs.fingerprint);
      expect(report.infos.slice(1)).to.deep.equal([
        "The value changed: this sets a newly generated password.",
        `The generated password is in the file "${path("alice.txt")}".`,
      ]);
    });
  }

  it("keeps the old password and state when a new one is refused, and makes another with the next run", async () => {
    const user = addUser(simulator);
    const before = await upPassword(simulator, { ...user, ...toFile() });
    const first = inFile();
    const rotated = { ...user, ...toFile(), valueVersion: 2 };
    simulator.failNext("setPassword", { status: 403 });
    await refusalOf(PingOneError, upPassword(simulator, rotated, { before }));
    expect(inFile(), "the old one, which still is the user's").to.equal(first);
    expect(simulator.verifyPassword(user.userId, first)).to.equal(true);
    await upPassword(simulator, rotated, { before });
    expect(inFile()).not.to.equal(first);
    expect(simulator.verifyPassword(user.userId, inFile())).to.equal(true);
  });
});
