import { expect } from "chai";
import { send, textAt, useBench, valueAt } from "./bench";

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

  it("moves the clock by a hundred years at most, and stays usable after more", async () => {
    expect((await post('{"advanceSeconds": 1e300}')).status).to.equal(400);
    expect((await post('{"advanceSeconds": 3153600001}')).status).to.equal(400);
    expect((await get("clock")).status).to.equal(200);
  });

  it("refuses to lead beyond the last date there is, step by step as well", async () => {
    let status = 200;
    for (let steps = 0; status === 200 && steps < 100; steps += 1) {
      ({ status } = await post('{"advanceSeconds": 3153600000}'));
    }
    expect(status).to.equal(400);
    expect(Date.parse(textAt((await get("clock")).body, "now"))).to.be.below(Date.UTC(9000, 0, 2));
  });

  it("shows a body of any depth", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    await bench.password(userId, "PUT", "set+json", nested(50));
    const endless = await bench.password(userId, "PUT", "set+json", nested(200_000));
    expect(endless.status).to.equal(400);
    const { status, body } = await get("ledger");
    expect(status).to.equal(200);
    expect(JSON.stringify(body)).to.contain("[too deep]").and.to.contain("[unreadable]");
  });

  it("refuses what a page of another site asks for without an origin, as for an image", async () => {
    expect((await get("mail", { "sec-fetch-site": "cross-site" })).status).to.equal(403);
    expect((await get("mail", { "sec-fetch-site": "same-origin" })).status).to.equal(200);
    expect((await get("mail")).headers.get("x-content-type-options")).to.equal("nosniff");
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

  it("shows no secret that is in the wrong place", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const type = "application/x-www-form-urlencoded";
    await bench.call("PUT", `/users/${userId}/password`, { type, body: '{"value":"Secret-Word.46"}' });
    await bench.password(userId, "PUT", "set+json", {
      value: ["Secret-Word.47"],
      code: { of: "Secret-Word.48" },
    });
    await bench.call("GET", "/users?limit=1&client_secret=Secret-Word.49&password=Secret-Word.50");
    const text = JSON.stringify((await get("ledger")).body);
    expect(text).to.contain("?limit=1&client_secret=[redacted]&password=[redacted]");
    expect(text).not.to.contain("Secret-Word");
  });

  it("has nothing of the simulator's own paths in the ledger, what was refused there included", async () => {
    const body = JSON.stringify({ ...bench.simulator.snapshot(), version: 2 });
    const url = `${bench.simulator.url}/simulator/restore`;
    const { status } = await send(url, {
      method: "POST",
      body,
      headers: { "content-type": "application/json" },
    });
    expect(status).to.equal(400);
    expect((await get("nothing")).status).to.equal(404);
    expect((await get("ledger")).body).to.deep.equal({ total: 0, entries: [] });
  });

  it("says how many requests there were, and empties the ledger", async () => {
    await bench.requestToken();
    expect((await get("ledger")).body).to.include({ total: 1 });
    const { status } = await send(`${bench.simulator.url}/simulator/ledger`, { method: "DELETE" });
    expect(status).to.equal(204);
    expect((await get("ledger")).body).to.deep.equal({ total: 0, entries: [] });
  });

  describe("the mailbox", () => {
    const mail = (query = "", init: RequestInit = {}) =>
      send(`${bench.simulator.url}/simulator/mail${query}`, init);
    const ids = async (query: string) => {
      const mails = valueAt((await mail(query)).body, "mails");
      return Array.isArray(mails) ? mails.map((item) => textAt(item, "userId")) : undefined;
    };

    /** Creates users and has a code mailed to each. */
    async function sendTo(...usernames: readonly string[]): Promise<string[]> {
      const users = usernames.map((username) =>
        bench.simulator.createUser({ username, email: `${username}@example.com`, password: "x" }),
      );
      for (const userId of users) await bench.password(userId, "POST", "sendRecoveryCode");
      return users;
    }

    it("shows every mail with its code, as a test sees it", async () => {
      const [userId] = await sendTo("alice");
      const { status, body } = await mail();
      const [expected] = bench.simulator.mail.list(userId);
      expect(status).to.equal(200);
      expect(body).to.deep.equal({ mails: [JSON.parse(JSON.stringify(expected)) as unknown] });
      expect(textAt(body, "mails.0.code")).to.match(/^[A-Z0-9]{8}$/);
    });

    it("picks out those of a user, by id, name or address", async () => {
      const [alice, bob] = await sendTo("alice", "bob");
      expect(await ids("")).to.deep.equal([alice, bob]);
      expect(await ids(`?userId=${bob ?? ""}`)).to.deep.equal([bob]);
      expect(await ids("?username=ALICE")).to.deep.equal([alice]);
      expect(await ids("?to=bob@example.com")).to.deep.equal([bob]);
      expect(await ids("?to=bob@example.com&username=alice")).to.deep.equal([]);
      expect(bench.simulator.mail.list(bob).map(({ userId }) => userId)).to.deep.equal([bob]);
    });

    it("is emptied over HTTP and in process, and by a reset", async () => {
      await sendTo("alice");
      expect((await mail("", { method: "DELETE" })).status).to.equal(204);
      expect(bench.simulator.mail.list()).to.deep.equal([]);
      await sendTo("bob");
      bench.simulator.mail.clear();
      expect(await ids("")).to.deep.equal([]);
      await sendTo("carol");
      bench.simulator.reset();
      expect(await ids("")).to.deep.equal([]);
    });

    it("is closed to web pages of other origins", async () => {
      for (const method of ["GET", "DELETE"]) {
        const { status } = await mail("", { method, headers: { origin: "https://example.com" } });
        expect(status).to.equal(403);
      }
    });
  });

  it("keeps a recovery code out of the ledger", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "x" });
    await bench.password(userId, "POST", "recover+json", { recoveryCode: "ABCD1234", newPassword: "y" });
    const { body } = await get("ledger");
    expect(JSON.stringify(body)).to.contain("recoverPassword").and.not.to.contain("ABCD1234");
  });

  it("refuses web pages of other origins", async () => {
    for (const origin of ["https://example.com", "null"]) {
      expect((await get("ledger", { origin })).status).to.equal(403);
      expect((await post('{"advanceSeconds": 900}', { origin })).status).to.equal(403);
    }
    expect((await get("clock", { origin: bench.simulator.url })).status).to.equal(200);
  });
});
