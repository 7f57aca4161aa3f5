import { expect } from "chai";
import { send, useBench, valueAt } from "../bench";
import { sendRaw } from "../wire/raw-request";

describe("addFaultRoutes", () => {
  const bench = useBench();
  const call = (method: string, body?: string, headers: Record<string, string> = {}) =>
    send(`${bench.simulator.url}/simulator/faults`, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
    });
  const rule = { kind: "500-json", operation: "listUsers", count: 1 };

  it("adds a rule, which then happens, lists it with what it did, and ends it", async () => {
    expect((await call("GET")).body).to.deep.equal({ faults: [] });
    const added = await call("POST", JSON.stringify(rule));
    expect(added).to.deep.include({ status: 201, body: { faults: [{ rule, seen: 0, happened: 0 }] } });
    expect((await bench.call("GET", "/users")).status).to.equal(500);
    expect((await bench.call("GET", "/users")).status).to.equal(200);
    expect((await call("GET")).body).to.deep.equal({ faults: [{ rule, seen: 2, happened: 1 }] });
    await call("POST", JSON.stringify({ ...rule, count: 5 }));
    expect((await call("DELETE")).status).to.equal(204);
    expect((await call("GET")).body).to.deep.equal({ faults: [] });
    expect((await bench.call("GET", "/users")).status).to.equal(200);
  });

  it("shows in the ledger over HTTP what went wrong", async () => {
    await call("POST", JSON.stringify(rule));
    await bench.call("GET", "/users");
    const { body } = await send(`${bench.simulator.url}/simulator/ledger`, {});
    expect(body).to.have.deep.nested.include({
      "entries[1].fault": "500-json",
      "entries[1].changeMade": false,
      "entries[1].answerLost": false,
    });
  });

  it("refuses a wrong rule with one detail for every problem, and adds none", async () => {
    const { status, body } = await call("POST", '{"kind": "500-json", "count": 0, "times": 3}');
    expect(status).to.equal(400);
    expect(body).to.include({ code: "INVALID_DATA" });
    expect(valueAt(body, "details")).to.deep.equal([
      { code: "INVALID_VALUE", target: "count", message: "must be a whole number from 1" },
      {
        code: "INVALID_VALUE",
        target: "times",
        message: `is not a known field; there are kind, operation, count, probability, seed, after, retryAfter, chunkMs, to, skewSeconds`,
      },
    ]);
    expect(bench.simulator.faults.list()).to.deep.equal([]);
  });

  it("refuses what is no JSON object", async () => {
    for (const body of ["", "{", "[]", "null", '"500-json"']) {
      expect((await call("POST", body)).status, body).to.equal(400);
    }
  });

  it("hits nothing of its own", async () => {
    bench.simulator.faults.add({ kind: "reset-before" });
    expect((await call("GET")).status).to.equal(200);
  });

  it("is closed to web pages of other origins and to other hosts", async () => {
    for (const method of ["GET", "POST", "DELETE"]) {
      const body = method === "POST" ? JSON.stringify(rule) : undefined;
      expect((await call(method, body, { origin: "https://example.com" })).status).to.equal(403);
      expect((await call(method, body, { "sec-fetch-site": "cross-site" })).status).to.equal(403);
      const url = `${bench.simulator.url}/simulator/faults`;
      expect((await sendRaw(url, method, [["Host", "example.com"]], body)).status).to.equal(403);
    }
    expect(bench.simulator.faults.list()).to.deep.equal([]);
  });
});
