import { expect } from "chai";
import { useBench } from "../bench";
import type { Reply } from "../bench";

describe("failNext", () => {
  const bench = useBench();
  const password = "Secret-Word.42";
  const value = "Another-Word.43";
  const set = (userId: string) => bench.password(userId, "PUT", "set+json", { value });

  it("answers once with the status, headers and body given, and does not run the operation", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password });
    const body = { code: "REQUEST_LIMITED" };
    bench.simulator.failNext("setPassword", { status: 429, headers: { "Retry-After": "7" }, body });
    const failed = await set(userId);
    expect(failed.status).to.equal(429);
    expect(failed.headers.get("retry-after")).to.equal("7");
    expect(failed.body).to.deep.equal(body);
    expect(bench.simulator.verifyPassword(userId, password)).to.equal(true);
    expect((await set(userId)).status).to.equal(200);
  });

  it("sends a text as it is", async () => {
    bench.simulator.failNext("listUsers", { status: 502, body: "<html>Bad gateway</html>" });
    await bench.requestToken();
    const failure = await bench.call("GET", "/users").catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(SyntaxError);
    expect(bench.simulator.ledger.entries.at(-1)?.status).to.equal(502);
  });

  it("gives 429 and 500 an envelope when no body is given, and 503 none", async () => {
    for (const [status, code] of [
      [429, "REQUEST_LIMITED"],
      [500, "UNEXPECTED_ERROR"],
    ] as const) {
      bench.simulator.failNext("listUsers", { status });
      expect((await bench.call("GET", "/users")).body).to.include({ code });
    }
    bench.simulator.failNext("listUsers", { status: 503 });
    expect(await bench.call("GET", "/users")).to.include({ status: 503, body: undefined });
  });

  it("fails as often as asked, and other operations not at all", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password });
    bench.simulator.failNext("setPassword", { status: 500 }, 2);
    expect((await bench.call("GET", "/users")).status).to.equal(200);
    const statuses = [await set(userId), await set(userId), await set(userId)].map(({ status }) => status);
    expect(statuses).to.deep.equal([500, 500, 200]);
  });

  it("hits anything with *, and the token endpoint with token", async () => {
    bench.simulator.failNext("token", { status: 503 });
    expect((await bench.requestToken()).status).to.equal(503);
    bench.simulator.failNext("*", { status: 503 });
    expect((await bench.requestToken()).status).to.equal(503);
    expect((await bench.requestToken()).status).to.equal(200);
  });

  for (const drop of ["before", "after"] as const) {
    it(`resets the connection ${drop} the change`, async () => {
      const userId = bench.simulator.createUser({ username: "alice", password });
      bench.simulator.failNext("setPassword", { drop });
      const failure = await set(userId).catch((error: unknown) => error);
      expect(failure).to.be.instanceOf(TypeError).with.nested.property("cause.code", "ECONNRESET");
      expect(bench.simulator.verifyPassword(userId, value)).to.equal(drop === "after");
      expect(bench.simulator.ledger.entries.at(-1)).to.include({
        operation: "setPassword",
        status: undefined,
      });
    });
  }

  it("delays the answer", async () => {
    bench.simulator.failNext("listUsers", { delayMs: 50 });
    await bench.requestToken();
    const start = performance.now();
    const reply: Reply = await bench.call("GET", "/users");
    expect(reply.status).to.equal(200);
    expect(performance.now() - start).to.be.at.least(45);
  });

  it("refuses a number of times that makes no sense", () => {
    for (const times of [0, -1, 1.5]) {
      expect(() => {
        bench.simulator.failNext("*", { status: 500 }, times);
      }).to.throw(RangeError);
    }
  });
});
