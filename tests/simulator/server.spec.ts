import { expect } from "chai";
import { send, useBench } from "./bench";
import { sendRaw } from "./wire/raw-request";

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe("startServer", () => {
  const bench = useBench();

  it("names every response, and errors by the same id", async () => {
    const { headers, body } = await bench.call("GET", "/users/none");
    expect(headers.get("correlation-id")).to.match(UUID);
    expect(body).to.include({ id: headers.get("correlation-id") });
    expect((await bench.call("GET", "/users")).headers.get("correlation-id")).to.match(UUID);
  });

  it("gives external ids back, cut to 100 characters, and makes them up when absent", async () => {
    const sent = { "X-Ping-External-Transaction-ID": "t1", "X-Ping-External-Session-ID": "s".repeat(101) };
    const echoed = await bench.call("GET", "/users", { headers: sent });
    expect(echoed.headers.get("x-ping-external-transaction-id")).to.equal("t1");
    expect(echoed.headers.get("x-ping-external-session-id")).to.equal("s".repeat(100));
    const made = await bench.call("GET", "/users");
    expect(made.headers.get("x-ping-external-transaction-id")).to.match(UUID);
  });

  it("dates every response by the simulated clock", async () => {
    bench.simulator.advance(30 * 86_400_000);
    const { url } = bench.simulator;
    for (const path of ["/simulator/clock", "/v2/nothing", "/v1/%zz"]) {
      const { headers } = await fetch(url + path);
      const date = Date.parse(headers.get("date") ?? "");
      expect(date - bench.simulator.now().getTime(), path).to.be.within(-60_000, 0);
    }
  });

  it("answers errors as application/json", async () => {
    const { headers } = await bench.call("GET", "/users/none");
    expect(headers.get("content-type")).to.match(/^application\/json/);
  });

  it("answers 404 in the envelope for an unknown path and an unknown method", async () => {
    const unknown = await send(`${bench.simulator.url}/v2/nothing`, { method: "GET" });
    const method = await bench.call("PATCH", "/users", { type: "application/json", body: {} });
    for (const { status, body } of [unknown, method]) {
      expect(status).to.equal(404);
      expect(body).to.include({ code: "NOT_FOUND" }).and.to.include.keys("id", "message");
    }
  });

  it("answers 413 in the envelope for a body that is too large", async () => {
    const body = { username: "a".repeat(2_000_000) };
    const reply = await bench.call("POST", "/users", { type: "application/json", body });
    expect(reply.status).to.equal(413);
    expect(reply.body).to.include({ code: "INVALID_REQUEST" });
  });

  it("builds links from the host the caller used", async () => {
    const { port } = new URL(bench.simulator.url);
    const userId = bench.simulator.createUser({ username: "alice" });
    const { body } = await bench.call("GET", `/users/${userId}`);
    expect(body).to.have.nested.property("_links.self.href").that.contains(`http://127.0.0.1:${port}/v1/`);
  });

  for (const host of ["localhost", "127.0.0.1", "[::1]"]) {
    it(`answers the host ${host}`, async () => {
      const url = `${bench.simulator.url}/simulator/clock`;
      const { port } = new URL(url);
      expect((await sendRaw(url, "GET", [["Host", `${host}:${port}`]])).status).to.equal(200);
    });
  }

  for (const host of ["example.com", "127.0.0.1.example.com", "localhost.example.com", "10.0.0.1"]) {
    it(`refuses the host ${host}`, async () => {
      const { status, body } = await sendRaw(`${bench.simulator.url}/simulator/clock`, "GET", [
        ["Host", host],
      ]);
      expect(status).to.equal(403);
      expect(JSON.parse(body)).to.include({ code: "ACCESS_FAILED" });
    });
  }
});
