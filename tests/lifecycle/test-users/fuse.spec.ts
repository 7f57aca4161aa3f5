import { expect } from "chai";
import {
  PingOneApiError,
  PingOneAuthError,
  PingOneConfigError,
  PingOneError,
  PingOneNetworkError,
} from "../../../provider/errors";
import { createFuse, isHopeless } from "../../../provider/lifecycle/test-users/fuse";
import { operations } from "../../../provider/operations";
import type { Send, SendOptions } from "../../../provider/transport";

const lost = new PingOneNetworkError("lost", true);
const refusal = (status: number) =>
  new PingOneApiError("no", { operation: "o", status, code: "C", details: [] });

describe("createFuse", () => {
  /** Sends as often as there are outcomes: an error, or an answer. Answers how many went out. */
  async function run(outcomes: readonly (Error | "answer")[]) {
    let calls = 0;
    let sent = 0;
    const send = (() => {
      const outcome = outcomes[sent] ?? "answer";
      sent += 1;
      return outcome === "answer" ? Promise.resolve({}) : Promise.reject(outcome);
    }) as unknown as Send;
    const fuse = createFuse(send);
    while (calls < outcomes.length) {
      calls += 1;
      await fuse.send(operations.readUser, { environmentId: "e", userId: "u" }).catch(() => undefined);
    }
    return { sent, blown: fuse.blown() };
  }
  const times = <T>(count: number, outcome: T) => Array.from({ length: count }, () => outcome);

  it("lets everything through while PingOne answers, be it with refusals", async () => {
    const outcomes = times(50, [refusal(400), "answer", lost, refusal(500)] as const).flat();
    expect(await run(outcomes)).to.deep.equal({ sent: 200, blown: undefined });
  });

  it("passes on what a call asks for", async () => {
    const asked: unknown[] = [];
    const send = ((_operation: unknown, _params: unknown, options: unknown) => {
      asked.push(options);
      return Promise.resolve({});
    }) as unknown as Send;
    const options = { onSend: () => undefined };
    await createFuse(send).send(operations.readUser, { environmentId: "e", userId: "u" }, options);
    expect(asked).to.have.length(1);
    expect(asked[0]).to.include(options);
  });

  it("stops a call that waits for its next try", async () => {
    let tries = 0;
    const send = (async (_operation: unknown, _params: unknown, { guard }: SendOptions) => {
      for (;;) {
        guard?.();
        tries += 1;
        fuse.blow(lost);
        await new Promise(setImmediate);
      }
    }) as unknown as Send;
    const fuse = createFuse(send);
    const error: unknown = await fuse
      .send(operations.readUser, { environmentId: "e", userId: "u" })
      .catch((reason: unknown) => reason);
    expect(error).to.equal(lost);
    expect(tries).to.equal(1);
  });

  it("closes soon where nobody has ever answered", async () => {
    expect(await run(times(9, lost))).to.deep.equal({ sent: 2, blown: lost });
  });

  it("is more patient with who has answered", async () => {
    expect(await run(["answer", ...times(31, lost), "answer", ...times(31, lost)])).to.include({ sent: 64 });
    expect(await run(["answer", ...times(99, lost)])).to.deep.equal({ sent: 33, blown: lost });
  });

  it("closes for what it is told, and keeps the first reason", async () => {
    const fuse = createFuse((() => Promise.resolve({})) as unknown as Send);
    const first = new PingOneError("first");
    fuse.blow(first);
    fuse.blow(new PingOneError("second"));
    expect(fuse.blown()).to.equal(first);
    const error: unknown = await fuse
      .send(operations.readUser, { environmentId: "e", userId: "u" })
      .catch((reason: unknown) => reason);
    expect(error).to.equal(first);
  });
});

describe("isHopeless", () => {
  it("is true of what every further call would meet", () => {
    const all = [
      new PingOneAuthError("no", 401, "invalid_client"),
      new PingOneConfigError("no"),
      new PingOneNetworkError("nobody", false),
      refusal(429),
    ];
    expect(all.filter((error) => !isHopeless(error))).to.deep.equal([]);
  });

  it("is false of what may be one user's", () => {
    const all = [lost, refusal(400), refusal(403), refusal(404), refusal(500), new PingOneError("other")];
    expect(all.filter(isHopeless)).to.deep.equal([]);
  });
});
