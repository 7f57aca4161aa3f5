import { expect } from "chai";
import { send, useBench } from "../bench";

describe("addSnapshotRoutes", () => {
  const bench = useBench();
  const post = (path: string, body?: string, headers: Record<string, string> = {}) =>
    send(`${bench.simulator.url}/simulator/${path}`, {
      method: "POST",
      headers,
      ...(body === undefined ? {} : { body }),
    });

  it("takes everything down and puts it back", async () => {
    const alice = bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
    const { status, headers, body } = await post("snapshot");
    expect(status).to.equal(200);
    expect(headers.get("content-type")).to.contain("application/json");
    expect((await post("reset")).status).to.equal(204);
    expect(bench.simulator.readUser(alice)).to.equal(undefined);
    expect((await post("restore", JSON.stringify(body))).status).to.equal(204);
    expect(bench.simulator.verifyPassword(alice, "Secret-Word.42")).to.equal(true);
  });

  it("takes a snapshot of many users back, which is larger than other bodies may be", async () => {
    for (let index = 0; index < 3000; index += 1) bench.simulator.createUser({ username: `user${index}` });
    const text = JSON.stringify(bench.simulator.snapshot());
    expect(text.length).to.be.greaterThan(1024 * 1024);
    expect((await post("restore", text)).status).to.equal(204);
    expect(bench.simulator.counts().users).to.equal(3000);
  });

  it("refuses what is no snapshot, says why and changes nothing", async () => {
    const alice = bench.simulator.createUser({ username: "alice" });
    for (const text of [undefined, "", "{", "[]", "{}", "null", '{"format": "pingone-simulator"}']) {
      expect((await post("restore", text)).status, text).to.equal(400);
    }
    const { body } = await post("restore", '{"format": "pingone-simulator", "version": 7}');
    expect(body).to.have.nested.property("details[0].target", "snapshot");
    expect(JSON.stringify(body)).to.contain("version must be 1");
    expect(bench.simulator.readUser(alice)).to.include({ username: "alice" });
  });

  it("refuses times beyond all dates, which nothing could show", async () => {
    bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
    const snapshot = JSON.stringify(bench.simulator.snapshot());
    for (const [field, value] of [
      ["clockOffset", "1e300"],
      ["changedAt", "1e300"],
      ["createdAt", "-1"],
    ] as const) {
      const text = snapshot.replace(new RegExp(`"${field}":-?[\\d.]+`), `"${field}":${value}`);
      expect(text).not.to.equal(snapshot);
      const { status, body } = await post("restore", text);
      expect(status, field).to.equal(400);
      expect(JSON.stringify(body)).to.contain(`${field} must be milliseconds`);
    }
    expect((await post("snapshot")).status).to.equal(200);
  });

  it("gives nothing to a web page of another site", async () => {
    for (const path of ["snapshot", "restore", "reset"]) {
      expect((await post(path, "{}", { origin: "https://evil.example" })).status, path).to.equal(403);
    }
  });
});
