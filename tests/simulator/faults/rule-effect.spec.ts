import { expect } from "chai";
import type { FaultKind, FaultRule } from "../../../simulator";
import { valueAt } from "../bench";
import { useFaultBench } from "./exchange";

describe("ruleEffect", () => {
  const fault = useFaultBench();
  const add = (rule: FaultRule) => {
    fault.bench.simulator.faults.add(rule);
  };

  /** Expects that the fault was noted, and whether the password was set. */
  function expectNoted(kind: FaultKind, expected: { changeMade: boolean; answerLost?: boolean }): void {
    expect(fault.last()).to.deep.include({
      operation: "setPassword",
      fault: kind,
      answerLost: false,
      ...expected,
    });
    expect(fault.isSet()).to.equal(expected.changeMade);
  }

  describe("429", () => {
    it("says the seconds in header and detail", async () => {
      add({ kind: "429-seconds", retryAfter: 7 });
      const { status, headers, text } = await fault.call();
      expect(status).to.equal(429);
      expect(headers).to.include({ "retry-after": "7" });
      expect(JSON.parse(text)).to.deep.include({
        code: "REQUEST_LIMITED",
        id: headers["correlation-id"],
        details: [
          {
            code: "LIMIT_EXCEEDED",
            message: "The request limit has been exceeded",
            innerError: { retryAfter: 7 },
          },
        ],
      });
      expectNoted("429-seconds", { changeMade: false });
    });

    it("says a date, by the simulated clock", async () => {
      fault.bench.simulator.advance(86_400_000);
      add({ kind: "429-date", retryAfter: 60, operation: "setPassword" });
      const before = fault.bench.simulator.now().getTime();
      const { status, headers } = await fault.call();
      // The clock may have been moved further than the token lives: limits come before it is looked at.
      expect(status).to.equal(429);
      expect(headers["retry-after"]).to.match(/^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/);
      const after = Math.ceil(fault.bench.simulator.now().getTime() / 1000) * 1000;
      expect(Date.parse(headers["retry-after"] ?? "")).to.be.within(before + 60_000, after + 60_000);
    });

    for (const [kind, value] of [
      ["429-nonsense", "soon"],
      ["429-bare", undefined],
    ] as const) {
      it(`says ${value ?? "nothing"} as ${kind}, and nothing in the detail`, async () => {
        add({ kind });
        const { status, headers, text } = await fault.call();
        expect(status).to.equal(429);
        expect(headers["retry-after"]).to.equal(value);
        expect(text).to.contain("LIMIT_EXCEEDED").and.not.to.contain("retryAfter");
        expectNoted(kind, { changeMade: false });
      });
    }
  });

  for (const status of [500, 502, 503] as const) {
    it(`answers ${status} with PingOne's JSON, with a page and with nothing`, async () => {
      add({ kind: `${status}-json`, count: 1 });
      add({ kind: `${status}-html`, count: 1 });
      add({ kind: `${status}-empty`, count: 1 });
      const json = await fault.call();
      expect(json).to.include({ status });
      expect(json.headers["content-type"]).to.match(/^application\/json/);
      expect(JSON.parse(json.text)).to.include({
        code: "UNEXPECTED_ERROR",
        id: json.headers["correlation-id"],
      });
      expectNoted(`${status}-json`, { changeMade: false });
      const html = await fault.call();
      expect(html).to.include({ status });
      expect(html.headers["content-type"]).to.match(/^text\/html/);
      expect(html.text)
        .to.match(/^<!DOCTYPE html>/)
        .and.to.contain(status);
      expectNoted(`${status}-html`, { changeMade: false });
      expect(await fault.call()).to.include({ status, text: "", complete: true });
      expectNoted(`${status}-empty`, { changeMade: false });
      expect(await fault.call()).to.include({ status: 200 });
    });
  }

  it("ends the token, and lets the next one pass", async () => {
    add({ kind: "revoke-token", count: 1 });
    for (let time = 0; time < 2; time += 1) {
      const { status, text } = await fault.call();
      expect(status).to.equal(401);
      expect(valueAt(JSON.parse(text), "details.0.code")).to.equal("INVALID_TOKEN");
    }
    const entries = fault.bench.simulator.ledger.entries.slice(-2);
    expect(entries.map((entry) => entry.fault)).to.deep.equal(["revoke-token", undefined]);
    expect(entries.map((entry) => entry.changeMade)).to.deep.equal([false, false]);
    await fault.renewToken();
    expect(await fault.call()).to.include({ status: 200 });
  });

  it("answers a page with 200 that is not PingOne's", async () => {
    add({ kind: "html-200" });
    const { status, headers, text } = await fault.call();
    expect(status).to.equal(200);
    expect(headers["content-type"]).to.match(/^text\/html/);
    expect(text).to.contain("<html>");
    expectNoted("html-200", { changeMade: false });
  });

  it("calls PingOne's JSON a page, after the change", async () => {
    add({ kind: "json-as-html" });
    const { status, headers, text } = await fault.call();
    expect(status).to.equal(200);
    expect(headers["content-type"]).to.match(/^text\/html/);
    expect(JSON.parse(text)).to.include({ status: "OK" });
    expectNoted("json-as-html", { changeMade: true });
  });

  for (const status of [302, 307] as const) {
    it(`redirects with ${status} to the same path and query of another host`, async () => {
      add({ kind: `redirect-${status}`, to: "http://elsewhere.example:8443" });
      const reply = await fault.call("GET", "/users?limit=1");
      const { environmentId } = fault.bench.simulator;
      expect(reply.status).to.equal(status);
      expect(reply.headers.location).to.equal(
        `http://elsewhere.example:8443/v1/environments/${environmentId}/users?limit=1`,
      );
      expect(fault.last()).to.include({ fault: `redirect-${status}`, status, changeMade: false });
    });
  }

  describe("of the token endpoint", () => {
    const noted = () => fault.last()?.fault;

    it("answers 500, 429 and a page", async () => {
      for (const [kind, status] of [
        ["500-json", 500],
        ["429-seconds", 429],
        ["503-html", 503],
        ["html-200", 200],
      ] as const) {
        fault.bench.simulator.faults.clear();
        add({ operation: "issueToken", kind });
        expect((await fault.token()).status).to.equal(status);
        expect(noted()).to.equal(kind);
      }
      expect(await fault.call()).to.include({ status: 200 });
    });

    it("does not know the client", async () => {
      add({ operation: "issueToken", kind: "invalid-client", count: 1 });
      const { status, text } = await fault.token();
      expect(status).to.equal(401);
      expect(JSON.parse(text)).to.deep.equal({
        error: "invalid_client",
        error_description: "Invalid client credentials",
      });
      expect(noted()).to.equal("invalid-client");
      expect(await fault.token()).to.include({ status: 200 });
    });

    it("is left alone by *", async () => {
      add({ kind: "500-json" });
      expect(await fault.token()).to.include({ status: 200 });
      expect(noted()).to.equal(undefined);
    });
  });
});
