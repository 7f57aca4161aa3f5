import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import { listUsers } from "../../provider/operations/list-users";
import { readUser } from "../../provider/operations/read-user";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";

withSimulator("listUsers", (simulator) => {
  const list = (username = "alice", environmentId = simulator.environmentId) =>
    transportTo(simulator)(listUsers, { environmentId, username });

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
  ]) {
    it(`does not take ${JSON.stringify(body)} for a page of users`, async () => {
      simulator.failNext("listUsers", { status: 200, body });
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
    expect(found.map(({ username }) => username)).to.deep.equal(["Alice"]);
  });
});
