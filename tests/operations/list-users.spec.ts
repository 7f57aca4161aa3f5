import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import { listUsers, type UserQuery } from "../../provider/operations/list-users";
import { createUser } from "../../provider/operations/create-user";
import { readUser } from "../../provider/operations/read-user";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";

withSimulator("listUsers", (simulator) => {
  const page = (query: Omit<UserQuery, "environmentId">) =>
    transportTo(simulator)(listUsers, { environmentId: simulator.environmentId, ...query });
  const list = async (username = "alice", environmentId = simulator.environmentId) =>
    (await transportTo(simulator)(listUsers, { environmentId, username })).users;

  it("asks with GET, one filter and no media type", async () => {
    await list();
    expect(lastRequest(simulator)).to.deep.equal({
      method: "GET",
      path: `/v1/environments/${simulator.environmentId}/users?filter=username%20eq%20%22alice%22`,
      contentTypes: [],
      body: undefined,
    });
  });

  it("answers the user as readUser does", async () => {
    const user = addUser(simulator, { email: "alice@example.com", accountLocked: true });
    addUser(simulator, { username: "alice2" });
    expect(await list()).to.deep.equal([await transportTo(simulator)(readUser, user)]);
  });

  it("answers none for a username nobody has", async () => {
    addUser(simulator, { username: "alice2" });
    expect(await list()).to.deep.equal([]);
  });

  const names: readonly string[] = [
    'o"ne',
    "back\\slash",
    'both\\"',
    "ends in \\",
    '"',
    "%22",
    "100%",
    "a+b c",
    "a&filter=enabled eq true#?",
    "zoë-名前-🙂",
    "name (x) and y",
    '" or username sw "a',
    '\\" or username sw \\"a',
    '\\\\" or username sw "a',
    'x") or (username sw "a',
    "x%22%20or%20username%20sw%20%22a",
  ];
  for (const name of names) {
    it(`finds ${JSON.stringify(name)}, and nobody else`, async () => {
      addUser(simulator);
      addUser(simulator, { username: "another" });
      expect(await list(name)).to.deep.equal([]);
      const { userId } = addUser(simulator, { username: name });
      expect((await list(name)).map(({ id, username }) => [id, username])).to.deep.equal([[userId, name]]);
    });
  }

  it("finds the users of an externalId, exactly as it is written", async () => {
    const user = await transportTo(simulator)(createUser, {
      environmentId: simulator.environmentId,
      username: "alice",
      externalId: 'pulumi:p/s/"a\\"',
    });
    addUser(simulator, { username: "bob" });
    expect(await page({ externalId: 'pulumi:p/s/"a\\"' })).to.deep.equal({ users: [user] });
    expect(await page({ externalId: 'Pulumi:p/s/"a\\"' })).to.deep.equal({ users: [] });
    expect(await page({ externalId: 'pulumi:p/s/"a\\"', username: "bob" })).to.deep.equal({ users: [] });
  });

  it("finds those who are disabled, or those who are not", async () => {
    const off = addUser(simulator, { enabled: false });
    const on = addUser(simulator, { username: "bob" });
    const ids = async (query: Omit<UserQuery, "environmentId">) =>
      (await page(query)).users.map(({ id }) => id);
    expect(await ids({ enabled: false })).to.deep.equal([off.userId]);
    expect(lastRequest(simulator).path).to.match(/\/users\?filter=enabled%20eq%20false$/);
    expect(await ids({ enabled: true })).to.deep.equal([on.userId]);
    expect(lastRequest(simulator).path).to.match(/\/users\?filter=enabled%20eq%20true$/);
    expect(await ids({ username: "bob", enabled: false })).to.deep.equal([]);
    expect(await ids({ username: "alice", enabled: false })).to.deep.equal([off.userId]);
  });

  it("lists all users page by page, each once", async () => {
    const added = ["a", "b", "c", "d", "e"].map((username) => addUser(simulator, { username }).userId);
    const found: string[] = [];
    let cursor: string | undefined;
    do {
      const { users, next } = await page({ limit: 2, cursor });
      expect(users.length).to.be.at.most(2);
      found.push(...users.map(({ id }) => id));
      cursor = next;
    } while (cursor !== undefined);
    expect(found).to.include.members(added);
    expect(new Set(found).size).to.equal(found.length);
    expect(calls(simulator).length).to.be.at.least(3);
  });

  it("looks into one environment only", async () => {
    const environmentId = simulator.createEnvironment({ users: [{ username: "alice" }] });
    expect(await list()).to.deep.equal([]);
    expect(await list("alice", environmentId)).to.have.length(1);
  });

  it("answers 404 for an unknown environment", async () => {
    const unknown = list("alice", "00000000-0000-4000-8000-000000000000");
    expect(await refusalOf(PingOneApiError, unknown)).to.include({ operation: "listUsers", status: 404 });
  });

  it("is sent again after a failure that leaves it open", async () => {
    addUser(simulator);
    simulator.failNext("listUsers", { status: 500 });
    expect(await list()).to.have.length(1);
    expect(calls(simulator)).to.deep.equal(["listUsers", "listUsers"]);
  });

  for (const body of [
    "<html>",
    "",
    [],
    {},
    { _embedded: {} },
    { _embedded: { users: {} } },
    { _embedded: { users: [{ username: "alice" }] } },
    { _embedded: { users: [] }, _links: { next: { href: "https://example.com/users" } } },
  ]) {
    it(`does not take ${JSON.stringify(body)} for a page of users`, async () => {
      simulator.failNext("listUsers", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, list());
    });
  }
});

withSimulator("listUsers behind something that drops the query", (simulator) => {
  it("passes no other user off as the one that was asked for", async () => {
    const users = [
      { id: "a11ce000-0000-4000-8000-000000000001", username: "mallory" },
      { id: "a11ce000-0000-4000-8000-000000000002", username: "Alice" },
    ];
    simulator.failNext("listUsers", { status: 200, body: { _embedded: { users } } });
    const { environmentId } = simulator;
    const found = await transportTo(simulator)(listUsers, { environmentId, username: "alice" });
    expect(found.users.map(({ username }) => username)).to.deep.equal(["Alice"]);
  });

  it("passes no user off as one of another externalId", async () => {
    const users = [
      { id: "a11ce000-0000-4000-8000-000000000001", externalId: "pulumi:p/s/Alice" },
      { id: "a11ce000-0000-4000-8000-000000000002", externalId: "pulumi:p/s/alice" },
      { id: "a11ce000-0000-4000-8000-000000000003" },
    ];
    simulator.failNext("listUsers", { status: 200, body: { _embedded: { users } } });
    const { environmentId } = simulator;
    const found = await transportTo(simulator)(listUsers, { environmentId, externalId: "pulumi:p/s/alice" });
    expect(found.users.map(({ id }) => id)).to.deep.equal(["a11ce000-0000-4000-8000-000000000002"]);
  });

  for (const enabled of [false, true]) {
    it(`passes nobody off as ${enabled ? "enabled" : "disabled"} who is not`, async () => {
      const ids = { off: "a11ce000-0000-4000-8000-000000000001", on: "a11ce000-0000-4000-8000-000000000002" };
      const users = [
        { id: ids.off, enabled: false },
        { id: ids.on, enabled: true },
      ];
      simulator.failNext("listUsers", { status: 200, body: { _embedded: { users } } });
      const { environmentId } = simulator;
      const found = await transportTo(simulator)(listUsers, { environmentId, enabled });
      expect(found.users.map(({ id }) => id)).to.deep.equal([enabled ? ids.on : ids.off]);
    });
  }
});
