import { expect } from "chai";
import { type Reply, send, textAt, useBench, valueAt } from "../bench";

describe("addConsoleRoutes", () => {
  const bench = useBench();
  const get = (path: string) => send(`${bench.simulator.url}/simulator/${path}`, {});
  const post = (path: string) => send(`${bench.simulator.url}/simulator/${path}`, { method: "POST" });
  const namesIn = ({ body }: Reply): unknown =>
    (valueAt(body, "users") as readonly { username: string }[]).map(({ username }) => username);
  const detail = ({ body }: Reply) =>
    `${textAt(body, "details.0.target")}: ${textAt(body, "details.0.message")}`;

  it("lists the environments, the first one first", async () => {
    const id = bench.simulator.createEnvironment({ name: "Other", users: [{ username: "zoe" }] });
    expect((await get("environments")).body).to.deep.equal({
      environments: [
        { id: bench.simulator.environmentId, name: "Simulated", users: 0 },
        { id, name: "Other", users: 1 },
      ],
    });
  });

  it("lists users page by page, in the order of their creation", async () => {
    for (let index = 0; index < 120; index += 1) bench.simulator.createUser({ username: `user-${index}` });
    const first = await get("users");
    expect(first.body).to.deep.include({ total: 120, offset: 0, limit: 50 });
    expect(namesIn(first)).to.have.length(50);
    const last = await get("users?offset=118&limit=50");
    expect(namesIn(last)).to.deep.equal(["user-118", "user-119"]);
    expect(namesIn(await get("users?offset=500"))).to.deep.equal([]);
  });

  it("finds a user by a part of the name, in whatever case, and by the id", async () => {
    const id = bench.simulator.createUser({ username: "Alice.Smith" });
    bench.simulator.createUser({ username: "bob" });
    for (const search of ["alice", "SMITH", "%20e.s%20", id]) {
      expect(namesIn(await get(`users?search=${search}`)), search).to.deep.equal(["Alice.Smith"]);
    }
    expect(namesIn(await get("users?search=carol"))).to.deep.equal([]);
    expect(namesIn(await get("users?search="))).to.have.length(2);
  });

  it("finds a user among 12,000", async () => {
    const users = Array.from({ length: 12_000 }, (_, index) => ({ username: `user-${index}` }));
    const environmentId = bench.simulator.createEnvironment({ users });
    const { body } = await get(`users?environmentId=${environmentId}&search=user-1199`);
    expect(body).to.include({ total: 11 });
  });

  it("shows of a user what there is to see", async () => {
    const userId = bench.simulator.createUser({
      username: "alice",
      email: "alice@example.com",
      password: "Secret-Word.42",
      forceChange: true,
      locked: true,
    });
    const { body } = await get("users");
    expect(valueAt(body, "users.0")).to.deep.include({
      id: userId,
      environmentId: bench.simulator.environmentId,
      username: "alice",
      email: "alice@example.com",
      population: "Default",
      enabled: true,
      account: { status: "LOCKED", canAuthenticate: false, lockedBy: ["password"] },
    });
    expect(valueAt(body, "users.0.password")).to.include({
      status: "PASSWORD_LOCKED_OUT",
      policy: "Standard",
      forcedChange: true,
      failureCount: 0,
    });
    const changedAt = Date.parse(textAt(body, "users.0.password.lastChangedAt"));
    expect(Date.parse(textAt(body, "users.0.password.lockedUntil")) - changedAt).to.equal(900_000);
    expect(Date.parse(textAt(body, "users.0.password.expiresAt")) - changedAt).to.equal(182 * 86_400_000);
  });

  it("names what is wrong with a query", async () => {
    const rules: Record<string, string> = {
      "users?limit=0": "limit: must be a whole number from 1 to 200",
      "users?limit=201": "limit: must be a whole number from 1 to 200",
      "users?offset=-1": "offset: must be a whole number from 0",
      "activities?since=x": "since: must be a whole number from 0",
      "users?environmentId=none": "environmentId: names no environment; GET /simulator/environments",
      "ledger?since=": "since: must be a whole number from 0",
    };
    for (const [path, rule] of Object.entries(rules)) {
      const reply = await get(path);
      expect(reply.status, path).to.equal(400);
      expect(detail(reply), path).to.contain(rule);
    }
    expect((await get("users?search=a&search=b")).status).to.equal(200);
    expect((await get("mail?username=a&username=b")).status).to.equal(200);
  });

  it("lists activities, and those since the last one seen", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "x" });
    expect((await get("activities")).body).to.deep.equal({ last: 0, activities: [] });
    await bench.password(userId, "POST", "forceChange");
    const { body } = await get("activities");
    expect(valueAt(body, "activities.0")).to.deep.include({
      sequence: 1,
      type: "PASSWORD.FORCE_CHANGE",
      description: "Password Force Change",
      userId,
      username: "alice",
      actor: "Worker",
    });
    await bench.password(userId, "POST", "check+json", { password: "y" });
    const newer = await get("activities?since=1");
    expect(newer.body).to.include({ last: 2 });
    expect(valueAt(newer.body, "activities")).to.have.length(1);
    expect(valueAt(newer.body, "activities.0")).not.to.have.property("actor");
    expect(valueAt((await get("activities?limit=1")).body, "activities.0.sequence")).to.equal(2);
  });

  it("gives the requests since the last one seen, the newest of them, and how long each took", async () => {
    for (let index = 0; index < 3; index += 1) await bench.call("GET", "/users");
    const { body } = await get("ledger?since=1");
    expect(body).to.include({ total: 4 });
    expect(valueAt(body, "entries")).to.have.length(3);
    expect(valueAt(body, "entries.0.ms")).to.be.a("number").within(0, 10_000);
    expect(valueAt((await get("ledger?since=1&limit=2")).body, "entries")).to.have.length(2);
    expect(valueAt((await get("ledger?since=4")).body, "entries")).to.deep.equal([]);
    bench.simulator.ledger.clear();
    await bench.call("GET", "/users");
    expect(valueAt((await get("ledger?since=4")).body, "entries")).to.have.length(1);
  });

  it("gives the newest mails, of one environment", async () => {
    const other = bench.simulator.createEnvironment({ users: [{ username: "zoe" }] });
    const ids = ["alice", "bob"].map((username) =>
      bench.simulator.createUser({ username, email: `${username}@example.com`, password: "x" }),
    );
    for (const id of ids) await bench.password(id, "POST", "sendRecoveryCode");
    const newest = await get(`mail?limit=1&environmentId=${bench.simulator.environmentId}`);
    expect(newest.body).to.have.nested.property("mails[0].username", "bob");
    expect(valueAt(newest.body, "mails")).to.have.length(1);
    expect((await get(`mail?environmentId=${other}`)).body).to.deep.equal({ mails: [] });
  });

  it("takes the clock back to where it began", async () => {
    bench.simulator.advance(31 * 86_400_000);
    const url = `${bench.simulator.url}/simulator/clock`;
    const { status, body } = await send(url, { method: "POST", body: '{"reset": true}' });
    expect(status).to.equal(200);
    expect(Math.abs(Date.parse(textAt(body, "now")) - Date.now())).to.be.below(60_000);
    const both = await send(url, { method: "POST", body: '{"reset": true, "advanceSeconds": -1}' });
    expect(both.status).to.equal(400);
  });

  it("acts on the user of the environment named, or of whichever has the id", async () => {
    const id = "99999999-2222-4333-8444-555555555555";
    bench.simulator.createUser({ id, username: "alice" });
    const other = bench.simulator.createEnvironment({ users: [{ id, username: "zoe" }] });
    const named = await post(`users/${id}/lockAccount?environmentId=${other}`);
    expect(named.body).to.deep.include({ action: "lockAccount", message: "The account of zoe is locked." });
    expect(textAt((await post(`users/${id}/lockAccount`)).body, "user.username")).to.equal("alice");
  });

  it("refuses an unknown user, environment or action", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    expect((await post("users/none/lockAccount")).status).to.equal(404);
    expect((await post(`users/${userId}/lockAccount?environmentId=none`)).status).to.equal(400);
    for (const action of ["delete", "toString"]) {
      const reply = await post(`users/${userId}/${action}`);
      expect(reply.status, action).to.equal(400);
      expect(detail(reply)).to.contain("must be one of lockPassword, unlockPassword, lockAccount");
    }
  });

  it("shows no secret anywhere", async () => {
    const { simulator } = bench;
    const userId = simulator.createUser({
      username: "alice",
      email: "a@example.com",
      password: "Secret-Word.42",
    });
    const token = textAt((await bench.requestToken()).body, "access_token");
    await bench.password(userId, "PUT", "set+json", { value: "Secret-Word.43" });
    await bench.password(userId, "POST", "check+json", { password: "Secret-Word.44" });
    const bodies = [];
    for (const path of ["environments", "users", "activities", "ledger", "mail", "clock", "faults"]) {
      bodies.push(JSON.stringify((await get(path)).body));
    }
    bodies.push(JSON.stringify((await post(`users/${userId}/lockPassword`)).body));
    const text = bodies.join();
    expect(text).to.contain("alice").and.to.contain("checkPassword");
    for (const secret of [
      "Secret-Word",
      simulator.worker.clientSecret,
      simulator.application.clientSecret,
      token,
    ]) {
      expect(secret).to.be.a("string");
      expect(text).not.to.contain(secret);
    }
  });
});
