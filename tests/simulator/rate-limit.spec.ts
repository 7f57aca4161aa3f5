import { expect } from "chai";
import { RateLimit } from "../../simulator/rate-limit";
import { useBench } from "./bench";

describe("RateLimit", () => {
  let now = 0;
  const limit = (perSecond: number | undefined) => new RateLimit(perSecond, () => now);
  const takeMany = (rateLimit: RateLimit, count: number) =>
    Array.from({ length: count }, () => rateLimit.take()).filter((wait) => wait === undefined).length;
  beforeEach(() => {
    now = 5000;
  });

  it("lets one second's worth through at once and says when there is more", () => {
    const rateLimit = limit(50);
    expect(takeMany(rateLimit, 60)).to.equal(50);
    expect(rateLimit.take()).to.equal(1);
  });

  it("lets through what time has brought, and nothing is lost to refusals", () => {
    const rateLimit = limit(50);
    takeMany(rateLimit, 50);
    let passed = 0;
    for (let step = 0; step < 1000; step += 1) {
      now += 10;
      passed += takeMany(rateLimit, 3);
    }
    expect(passed).to.be.within(499, 500);
  });

  it("saves up no more than one second's worth", () => {
    const rateLimit = limit(50);
    takeMany(rateLimit, 50);
    now += 3_600_000;
    expect(takeMany(rateLimit, 100)).to.equal(50);
  });

  it("tells the whole seconds of a rate below one", () => {
    const rateLimit = limit(0.25);
    expect(rateLimit.take()).to.equal(undefined);
    now += 500;
    expect(rateLimit.take()).to.equal(4);
    now += 3500;
    expect(rateLimit.take()).to.equal(undefined);
  });

  it("limits nothing without a rate, and begins afresh with another", () => {
    const rateLimit = limit(1);
    rateLimit.take();
    rateLimit.set(undefined);
    expect(takeMany(rateLimit, 1000)).to.equal(1000);
    rateLimit.set(2);
    expect(takeMany(rateLimit, 10)).to.equal(2);
  });

  for (const perSecond of [0, -1, Number.NaN, Infinity]) {
    it(`refuses the rate ${perSecond}`, () => {
      expect(() => limit(perSecond)).to.throw(RangeError, "above 0");
    });
  }
});

describe("setRateLimit", () => {
  const bench = useBench({ rateLimit: 0.001 });

  it("answers 429 as documented beyond the limit and runs nothing", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    expect((await bench.call("GET", "/users")).status).to.equal(200);
    const { status, headers, body } = await bench.call("DELETE", `/users/${userId}`);
    expect(status).to.equal(429);
    const retryAfter = Number(headers.get("retry-after"));
    expect(retryAfter).to.be.within(900, 1000);
    expect(body).to.deep.equal({
      id: headers.get("correlation-id"),
      code: "REQUEST_LIMITED",
      message: "The request could not be completed. Too many requests.",
      details: [
        {
          code: "LIMIT_EXCEEDED",
          message: "The request limit has been exceeded",
          innerError: { retryAfter },
        },
      ],
    });
    expect(bench.simulator.readUser(userId)).not.to.equal(undefined);
  });

  it("has the refused ones in the ledger", async () => {
    await bench.call("GET", "/users");
    await bench.call("POST", "/users", { type: "application/json", body: { username: "bob" } });
    expect(bench.simulator.ledger.entries.at(-1)).to.deep.include({
      operation: "createUser",
      status: 429,
      body: { username: "bob" },
    });
  });

  it("counts requests without a token, and neither tokens nor sign-ons", async () => {
    for (let time = 0; time < 3; time += 1) expect((await bench.requestToken()).status).to.equal(200);
    const { url, environmentId } = bench.simulator;
    expect((await fetch(`${url}/${environmentId}/flows/none`)).status).to.equal(404);
    expect((await bench.call("GET", "/users", { token: "none" })).status).to.equal(401);
    expect((await bench.call("GET", "/users", { token: "none" })).status).to.equal(429);
  });

  it("keeps a fault for the next request that is let through", async () => {
    await bench.call("GET", "/users");
    bench.simulator.failNext("listUsers", { status: 503 });
    expect((await bench.call("GET", "/users")).status).to.equal(429);
    bench.simulator.setRateLimit(undefined);
    expect((await bench.call("GET", "/users")).status).to.equal(503);
    expect((await bench.call("GET", "/users")).status).to.equal(200);
  });

  it("goes back to the option at reset", async () => {
    bench.simulator.setRateLimit(undefined);
    bench.simulator.reset();
    await bench.call("GET", "/users");
    expect((await bench.call("GET", "/users")).status).to.equal(429);
  });
});
