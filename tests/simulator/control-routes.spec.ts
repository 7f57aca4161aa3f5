import { expect } from "chai";
import { send, textAt, useBench } from "./bench";

describe("addControlRoutes", () => {
  const bench = useBench();
  const get = (path: string, headers: Record<string, string> = {}) =>
    send(`${bench.simulator.url}/simulator/${path}`, { headers });
  const post = (body: string, headers: Record<string, string> = {}) =>
    send(`${bench.simulator.url}/simulator/clock`, { method: "POST", body, headers });

  it("reads and moves the clock", async () => {
    const before = Date.parse(textAt((await get("clock")).body, "now"));
    const { status, body } = await post('{"advanceSeconds": 900}');
    expect(status).to.equal(200);
    expect(Date.parse(textAt(body, "now")) - before).to.be.within(900_000, 910_000);
    expect(bench.simulator.now().getTime() - before).to.be.within(900_000, 920_000);
  });

  it("refuses to move the clock by anything but a number that is not negative", async () => {
    for (const body of ["", "{", "[]", "{}", '{"advanceSeconds": -1}', '{"advanceSeconds": "900"}']) {
      expect((await post(body)).status, body).to.equal(400);
    }
  });

  it("shows the ledger without secrets", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
    await bench.password(userId, "PUT", "set+json", { value: "Secret-Word.43", forceChange: true });
    await bench.password(userId, "PUT", "reset+json", {
      currentPassword: "Secret-Word.43",
      newPassword: "Secret-Word.44",
    });
    await bench.password(userId, "POST", "check+json", { password: "Secret-Word.44" });
    const type = "application/vnd.pingidentity.user.import+json";
    await bench.call("POST", "/users", {
      type,
      body: { username: "bob", password: { value: "Secret-Word.45" } },
    });
    await bench.password(userId, "PUT", "set+json", '{"value": "Secret-Word.46"');
    const { clientId, clientSecret } = bench.simulator.worker;
    await send(`${bench.simulator.url}/${bench.simulator.environmentId}/as/token`, {
      method: "POST",
      body: new URLSearchParams({ client_id: clientId, client_secret: clientSecret }),
    });
    const { status, body } = await get("ledger");
    expect(status).to.equal(200);
    expect(body).to.have.nested.property("entries").with.length(7);
    expect(body).to.have.deep.nested.include({
      "entries[1].operation": "setPassword",
      "entries[1].body": { value: "[redacted]", forceChange: true },
    });
    const text = JSON.stringify(body);
    expect(text).not.to.contain("Secret-Word").and.not.to.contain(clientSecret).and.not.to.contain("Bearer");
  });

  it("refuses web pages of other origins", async () => {
    for (const origin of ["https://example.com", "null"]) {
      expect((await get("ledger", { origin })).status).to.equal(403);
      expect((await post('{"advanceSeconds": 900}', { origin })).status).to.equal(403);
    }
    expect((await get("clock", { origin: "http://localhost:3000" })).status).to.equal(200);
  });
});
