import { expect } from "chai";
import { useBench } from "../bench";
import { sendRaw } from "../wire/raw-request";

describe("refuseForeign", () => {
  const bench = useBench();
  const port = () => new URL(bench.simulator.url).port;
  const own = () => `127.0.0.1:${port()}`;
  const ask = (path: string, headers: Record<string, string> = {}, method = "GET", body = "") =>
    sendRaw(bench.simulator.url + path, method, Object.entries(headers), body);

  const PATHS = [
    ["GET", "/"],
    ["GET", "/simulator/console/main.js"],
    ["GET", "/simulator/clock"],
    ["GET", "/simulator/ledger"],
    ["GET", "/simulator/mail"],
    ["GET", "/simulator/users"],
    ["GET", "/simulator/environments"],
    ["GET", "/simulator/activities"],
    ["GET", "/simulator/faults"],
    ["POST", "/simulator/clock"],
    ["POST", "/simulator/users/u/lockPassword"],
    ["DELETE", "/simulator/mail"],
  ] as const;

  /** Sends the same headers to every path and collects what was answered. */
  async function statuses(headers: Record<string, string>): Promise<number[]> {
    const found = new Set<number>();
    for (const [method, path] of PATHS) found.add((await ask(path, headers, method)).status);
    return [...found];
  }

  it("lets every name of this machine pass with the port, in whatever case", async () => {
    for (const name of ["localhost", "LOCALHOST", "127.0.0.1", "127.1.2.3", "[::1]"]) {
      const { status } = await ask("/simulator/clock", { Host: `${name}:${port()}` });
      expect(status, name).to.equal(200);
    }
  });

  it("refuses every other name, as of a page that rebound it to loopback, on every path", async () => {
    for (const name of ["example.com", "localhost.example.com", "127.0.0.1.example.com", "10.0.0.1"]) {
      expect(await statuses({ Host: `${name}:${port()}` }), name).to.deep.equal([403]);
    }
    for (const host of [`x@${own()}`, `${own()}/x`, `localhost.:${port()}`]) {
      expect((await ask("/simulator/clock", { Host: host })).status, host).to.be.oneOf([403, 421]);
    }
  });

  it("refuses another port and says what to use", async () => {
    expect(await statuses({ Host: "localhost:1" })).to.deep.equal([421]);
    expect(await statuses({ Host: "localhost" })).to.deep.equal([421]);
    const { body } = await ask("/", { Host: "localhost:1" });
    expect(JSON.parse(body)).to.have.property("message").that.contains(`use http://${own()}`);
  });

  it("refuses pages of every other origin on every path, those of this machine too", async () => {
    for (const origin of ["https://example.com", "null", "http://localhost:3000", `https://${own()}`, ""]) {
      expect(await statuses({ Host: own(), Origin: origin }), origin).to.deep.equal([403]);
    }
    const { status } = await ask("/simulator/clock", { Host: own(), Origin: `http://localhost:${port()}` });
    expect(status).to.equal(403);
  });

  it("refuses what a page of another site asks for without an origin, as for an image or by a link", async () => {
    for (const site of ["cross-site", "same-site", "anything"]) {
      expect(await statuses({ "Sec-Fetch-Site": site }), site).to.deep.equal([403]);
    }
    const { body } = await ask("/", { "Sec-Fetch-Site": "cross-site" });
    expect(JSON.parse(body)).to.have.property("message").that.contains("into the address bar");
  });

  it("lets the console pass, and who types the address", async () => {
    const headers = { Origin: bench.simulator.url, "Sec-Fetch-Site": "same-origin" };
    expect((await ask("/simulator/users", headers)).status).to.equal(200);
    expect((await ask("/", { "Sec-Fetch-Site": "none" })).status).to.equal(200);
    const json = { ...headers, "Content-Type": "application/json; charset=utf-8" };
    const moved = await ask("/simulator/clock", json, "POST", '{"advanceSeconds":1}');
    expect(moved.status).to.equal(200);
    expect((await ask("/simulator/mail", headers, "DELETE")).status).to.equal(204);
  });

  it("takes from a browser no content type that a form can send", async () => {
    for (const type of [
      "application/x-www-form-urlencoded",
      "text/plain",
      "multipart/form-data; boundary=x",
    ]) {
      for (const browser of [{ Origin: bench.simulator.url }, { "Sec-Fetch-Site": "same-origin" }]) {
        const headers = { ...browser, "Content-Type": type };
        const { status } = await ask("/simulator/clock", headers, "POST", '{"advanceSeconds":900}');
        expect(status, type).to.equal(415);
      }
    }
    expect(bench.simulator.now().getTime() - Date.now()).to.be.below(60_000);
  });

  it("takes from curl what it sends for -d", async () => {
    const headers = { Host: `localhost:${port()}`, "Content-Type": "application/x-www-form-urlencoded" };
    const { status } = await ask("/simulator/clock", headers, "POST", '{"advanceSeconds": 900}');
    expect(status).to.equal(200);
  });

  it("leaves PingOne's own endpoints alone: another port, and links from it", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const { status, body } = await bench.call("GET", `/users/${userId}`, {
      headers: { origin: "https://app.example.com" },
    });
    expect(status).to.equal(200);
    expect(body).to.have.nested.property("_links.self.href").that.contains(own());
    const other = await ask("/v1/environments", { Host: "localhost:1" });
    expect(other.status).to.equal(404);
  });
});
