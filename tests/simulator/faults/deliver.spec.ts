import { setImmediate as turn } from "node:timers/promises";
import { expect } from "chai";
import type { FaultRule } from "../../../simulator";
import { createSimulator } from "../../../simulator";
import { useFaultBench } from "./exchange";

/** Longer than any test may take. */
const FOR_EVER = 3_600_000;

describe("deliver", () => {
  const fault = useFaultBench();
  const add = (rule: FaultRule) => {
    fault.bench.simulator.faults.add(rule);
  };

  for (const kind of ["reset-before", "reset-after"] as const) {
    it(`breaks the connection: ${kind}`, async () => {
      add({ kind });
      const changeMade = kind === "reset-after";
      expect(await fault.call()).to.include({ error: "ECONNRESET", status: undefined });
      expect(fault.isSet()).to.equal(changeMade);
      expect(fault.last()).to.include({ fault: kind, status: undefined, changeMade, answerLost: true });
    });
  }

  it("calls a change that was refused none, whatever became of the answer", async () => {
    add({ kind: "reset-after" });
    await fault.call("DELETE", "/users/none");
    expect(fault.last()).to.include({ operation: "deleteUser", changeMade: false, answerLost: true });
  });

  it("calls a read no change", async () => {
    add({ kind: "reset-after" });
    await fault.call("GET", "/users");
    expect(fault.last()).to.include({ operation: "listUsers", changeMade: false, answerLost: true });
  });

  it("sends half a body after the change and closes", async () => {
    const whole = await fault.call("GET", "/users");
    add({ kind: "half-body" });
    const half = await fault.call("GET", "/users");
    expect(half).to.include({ status: 200, complete: false, error: "ECONNRESET" });
    expect(half.headers["content-type"]).to.match(/^application\/json/);
    expect(half.headers).to.include.keys("correlation-id", "date");
    expect(half.headers["content-length"]).to.equal(String(Buffer.byteLength(whole.text)));
    expect(half.text).to.equal(whole.text.slice(0, Math.floor(whole.text.length / 2)));
    expect(await fault.call()).to.include({ status: 200, complete: false });
    expect(fault.isSet()).to.equal(true);
    expect(fault.last()).to.include({ fault: "half-body", status: 200, changeMade: true, answerLost: true });
  });

  it("breaks off an answer that has no body", async () => {
    add({ kind: "half-body" });
    const { status, error } = await fault.call("DELETE", `/users/${fault.userId}`);
    expect([status, error]).to.deep.equal([undefined, "ECONNRESET"]);
    expect(fault.last()).to.include({ operation: "deleteUser", changeMade: true, answerLost: true });
  });

  it("sends a slow body in ten pieces, and all of it in the end", async () => {
    const whole = await fault.call("GET", "/users");
    add({ kind: "slow-body", chunkMs: 1 });
    const slow = await fault.call("GET", "/users");
    expect(slow).to.include({ status: 200, complete: true, text: whole.text });
    expect(slow.headers["content-length"]).to.equal(String(Buffer.byteLength(whole.text)));
    expect(fault.last()).to.include({ fault: "slow-body", answerLost: false });
    expect(await fault.call("DELETE", `/users/${fault.userId}`)).to.include({ status: 204, complete: true });
  });

  it("notes that the client did not wait for a slow body", async () => {
    add({ kind: "slow-body", chunkMs: FOR_EVER });
    const { begun, received, abandon } = fault.start();
    await begun;
    expect(fault.last()).to.include({ changeMade: true, answerLost: false });
    abandon();
    const { text, headers, complete } = await received;
    expect(text).to.have.length(Math.ceil(Number(headers["content-length"]) / 10));
    expect(complete).to.equal(false);
    while (fault.last()?.answerLost !== true) await turn();
    expect(fault.isSet()).to.equal(true);
  });

  for (const kind of ["hang-before", "hang-after"] as const) {
    it(`says nothing until the client gives up: ${kind}`, async () => {
      add({ kind, operation: "setPassword", count: 1 });
      const { received, abandon } = fault.start();
      let settled = false;
      void received.then(() => (settled = true));
      while (fault.last()?.fault !== kind) await turn();
      expect(await fault.call("GET", "/users")).to.include({ status: 200 });
      expect(settled).to.equal(false);
      abandon();
      expect(await received).to.include({ status: undefined, error: "ECONNRESET" });
      const changeMade = kind === "hang-after";
      expect(fault.isSet()).to.equal(changeMade);
      const [entry] = fault.bench.simulator.ledger.entries.slice(-2);
      expect(entry).to.include({ fault: kind, status: undefined, changeMade, answerLost: true });
    });
  }

  it("does not hold up the end of the simulator", async () => {
    const faults: FaultRule[] = [
      { kind: "hang-before", count: 2 },
      { kind: "slow-body", chunkMs: FOR_EVER },
      { kind: "hang-after", operation: "issueToken" },
    ];
    const simulator = await createSimulator({ faults });
    const { url, environmentId } = simulator;
    const users = `${url}/v1/environments/${environmentId}/users`;
    const pending = [
      fetch(users),
      fetch(users),
      fetch(users).then((slow) => slow.text()),
      fetch(`${url}/${environmentId}/as/token`, { method: "POST", body: "grant_type=client_credentials" }),
    ];
    const outcomes = Promise.allSettled(pending);
    while (simulator.ledger.total < pending.length) await turn();
    await simulator.close();
    expect((await outcomes).map(({ status }) => status)).to.deep.equal(Array(4).fill("rejected"));
  });
});
