import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import type { HttpRequest, HttpResponse } from "../../provider/transport/exchange";
import { createLimiter, type LimiterOptions } from "../../provider/transport/limiter";
import { createFakeTime } from "./fake-time";

const retry = { retries: 4, baseDelay: 1000, maxDelay: 8000, maxRetryAfter: 60_000 };

const request: HttpRequest = { operation: "readUser", method: "GET", url: "", headers: {}, changes: false };

function answer(status: number, retryAfter?: number, code = "LIMIT_EXCEEDED"): HttpResponse {
  return {
    status,
    text: JSON.stringify({ code: "REQUEST_LIMITED", message: "", details: [{ code, message: "" }] }),
    header: (name) => (name === "retry-after" && retryAfter !== undefined ? String(retryAfter) : null),
    cookies: [],
  };
}

function refusal(retryAfter?: number, code = "LIMIT_EXCEEDED"): PingOneApiError {
  const details = [{ code, message: "" }];
  return new PingOneApiError("", { operation: "readUser", status: 429, code: "", details, retryAfter });
}

/** A limiter on a clock of its own, before a tenant that answers as it is told; `sent` tells when. */
function start(
  answers: (sent: number) => HttpResponse = () => answer(200),
  options: Partial<LimiterOptions> = {},
) {
  const time = createFakeTime();
  const limiter = createLimiter({
    maxConcurrency: 16,
    retry,
    now: time.now,
    sleep: time.sleep,
    ...options,
  });
  const sent: number[] = [];
  const exchange = limiter.pace(() => {
    sent.push(time.now());
    return Promise.resolve(answers(sent.length));
  });
  return { limiter, time, sent, send: () => exchange(request) };
}

describe("createLimiter", () => {
  it("runs no more attempts at once than there are places, and all of them in the end", async () => {
    const { limiter } = start(undefined, { maxConcurrency: 3 });
    let running = 0;
    let most = 0;
    const attempt = async (result: number) => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(setImmediate);
      running -= 1;
      return result;
    };
    const numbers = Array.from({ length: 10 }, (_, index) => index);
    const results = await Promise.all(numbers.map((number) => limiter.place(() => attempt(number))));
    expect(results).to.deep.equal(numbers);
    expect(most).to.equal(3);
  });

  it("frees the place of an attempt that fails", async () => {
    const { limiter } = start(undefined, { maxConcurrency: 1 });
    const failed = limiter.place(() => Promise.reject(new Error("refused"))).catch((error: unknown) => error);
    expect(await limiter.place(() => Promise.resolve("next"))).to.equal("next");
    expect(await failed).to.be.instanceOf(Error);
  });

  it("sets no timer while nothing limits", async () => {
    const { time, send } = start();
    await Promise.all(Array.from({ length: 1000 }, send));
    expect(time.slept).to.deep.equal([]);
  });

  it("paces requests evenly, in their order, and sets no timer once all are out", async () => {
    const { time, sent, send } = start(undefined, { requestsPerSecond: 2 });
    const order: number[] = [];
    const all = Promise.all([1, 2, 3, 4].map((number) => send().then(() => order.push(number))));
    await time.run();
    await all;
    expect(sent).to.deep.equal([0, 500, 1000, 1500]);
    expect(order).to.deep.equal([1, 2, 3, 4]);
    expect(time.slept).to.have.length(3);
  });

  it("pauses everyone for as long as one of them was asked to wait", async () => {
    const { time, sent, send } = start((count) => (count === 1 ? answer(429, 2) : answer(200)));
    await send();
    const all = Promise.all([send(), send()]);
    await time.run(1999);
    expect(sent).to.deep.equal([0]);
    await time.run();
    await all;
    expect(sent.slice(1).every((at) => at >= 2000 && at <= 2200)).to.equal(true);
  });

  it("pauses longer at each refusal that asks for nothing, until the tenant takes a request", async () => {
    const { time, sent, send } = start((count) => (count === 5 ? answer(200) : answer(429)));
    for (let count = 1; count <= 7; count += 1) {
      const one = send();
      await time.run();
      await one;
    }
    const pauses = sent.slice(1).map((at, index) => at - (sent[index] ?? 0));
    const longest = [1000, 2000, 4000, 8000, 0, 1000];
    pauses.forEach((pause, index) => {
      expect(pause, `pause ${index + 1}`).to.be.within((longest[index] ?? 0) / 2, longest[index] ?? 0);
    });
  });

  it("takes an outage behind the limit for no sign of a slow tenant", async () => {
    const answers = (count: number) => answer(count === 101 ? 429 : count <= 90 ? 500 : 200, 1);
    const { time, sent, send } = start(answers);
    await Promise.all(Array.from({ length: 101 }, send));
    const all = Promise.all(Array.from({ length: 100 }, send));
    await time.run();
    await all;
    expect(sent.at(-1)).to.be.within(2000, 2600);
  });

  it("counts refusals of the same moment once when it pauses longer and longer", async () => {
    const { time, sent, send } = start((count) => (count <= 16 ? answer(429) : answer(200)));
    await Promise.all(Array.from({ length: 16 }, send));
    const next = send();
    await time.run();
    await next;
    expect(sent.at(-1)).to.be.within(500, 1000);
  });

  const notForWaiting: readonly (readonly [what: string, retryAfter: number, code: string])[] = [
    ["a quota that is used up", 1, "QUOTA_EXCEEDED"],
    ["a wait longer than is allowed", 61, "LIMIT_EXCEEDED"],
  ];
  for (const [what, retryAfter, code] of notForWaiting) {
    it(`pauses nobody for ${what}`, async () => {
      const { time, send } = start(() => answer(429, retryAfter, code));
      await send();
      await send();
      expect(time.slept).to.deep.equal([]);
    });
  }

  it("has no call wait for longer than is allowed", () => {
    const { limiter } = start();
    expect(limiter.waitsFor(refusal(60))).to.equal(true);
    expect(limiter.waitsFor(refusal(61))).to.equal(false);
  });

  it("has a refused call wait for as long as the tenant takes others", async () => {
    const { limiter, time, send } = start((count) => (count % 2 === 1 ? answer(429, 60) : answer(200)));
    for (let count = 1; count <= 40; count += 1) {
      const one = send();
      await time.run();
      await one;
    }
    expect(time.now()).to.be.greaterThan(15 * 60_000);
    expect(limiter.waitsFor(refusal(60))).to.equal(true);
  });

  it("gives up after five minutes of nothing but refusals", async () => {
    const { limiter, time, send } = start(() => answer(429, 60));
    const waits: boolean[] = [];
    for (let count = 1; count <= 7; count += 1) {
      const one = send();
      await time.run();
      await one;
      waits.push(limiter.waitsFor(refusal(60)));
    }
    expect(waits).to.deep.equal([true, true, true, true, true, false, false]);
  });

  it("begins afresh with a refusal long after the others", async () => {
    const { limiter, time, send } = start(() => answer(429, 60));
    await send();
    time.jump(3600_000);
    await send();
    expect(limiter.waitsFor(refusal(60))).to.equal(true);
  });

  it("knows how long nobody has answered, from the beginning of a call at the earliest", async () => {
    const { limiter, time, send } = start();
    time.jump(1000);
    expect(limiter.silence(400)).to.equal(600);
    await send();
    time.jump(50);
    expect(limiter.silence(400)).to.equal(50);
    expect(limiter.silence(1030)).to.equal(20);
  });
});
