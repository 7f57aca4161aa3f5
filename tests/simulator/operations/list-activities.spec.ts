import { expect } from "chai";
import { activitiesIn, everTime, listActivities } from "../activities/list-activities-of";
import { textAt, useBench, valueAt } from "../bench";
import type { Reply } from "../bench";

describe("listActivities", () => {
  const bench = useBench();
  const unlock = (id: string) => bench.password(id, "POST", "unlock");
  const resourceIds = ({ body }: Reply) => activitiesIn(body).map((item) => textAt(item, "resources.0.id"));

  function follow(reply: Reply, rel: string): Promise<Reply> {
    const { pathname, search } = new URL(textAt(reply.body, `_links.${rel}.href`));
    return bench.call(
      "GET",
      pathname.replace(`/v1/environments/${bench.simulator.environmentId}`, "") + search,
    );
  }

  it("answers an activity in the recorded form", async () => {
    const { url, environmentId, worker } = bench.simulator;
    const id = bench.simulator.createUser({ username: "alice" });
    const { headers } = await bench.password(id, "PUT", "set+json", { value: "Secret-Word.42" });
    const { status, body } = await listActivities(bench);
    expect(status).to.equal(200);
    expect(body).to.include({ count: 1, size: 1 });
    const [activity] = activitiesIn(body);
    const recordedAt = textAt(activity, "recordedAt");
    const environmentUrl = `${url}/v1/environments/${environmentId}`;
    expect(Date.parse(recordedAt)).to.be.closeTo(bench.simulator.now().getTime(), 5000);
    expect(activity).to.deep.equal({
      _links: { self: { href: `${environmentUrl}/activities/${textAt(activity, "id")}` } },
      id: textAt(activity, "id"),
      recordedAt,
      createdAt: recordedAt,
      correlationId: headers.get("correlation-id"),
      actors: { client: { id: worker.clientId, name: "Worker", type: "CLIENT" } },
      action: { type: "PASSWORD.SET", description: "Password Set" },
      resources: [
        {
          type: "USER",
          id,
          name: "alice",
          environment: { id: environmentId },
          population: { id: bench.simulator.readUser(id)?.populationId },
          href: `${environmentUrl}/users/${id}`,
        },
      ],
      result: { status: "SUCCESS", description: `Set password for: ${id}` },
    });
  });

  it("selects by time, type and user", async () => {
    const [alice, bob] = ["alice", "bob"].map((username) =>
      bench.simulator.createUser({ username, password: "x" }),
    );
    await unlock(alice ?? "");
    const noon = new Date(bench.simulator.now().getTime() + 1800_000).toISOString();
    bench.simulator.advance(3_000_000);
    await unlock(bob ?? "");
    await bench.password(alice ?? "", "POST", "forceChange");
    const range = (after: string, before: string) =>
      `filter=${encodeURIComponent(`recordedAt gt "${after}" AND recordedAt lt "${before}"`)}`;
    const [longAgo, farOff] = ["2000-01-01T00:00:00Z", "2999-01-01T00:00:00Z"];
    expect(resourceIds(await listActivities(bench, range(longAgo, noon)))).to.deep.equal([alice]);
    expect(resourceIds(await listActivities(bench, range(noon, farOff)))).to.deep.equal([bob, alice]);
    const unlocked = everTime(' AND action.type eq "PASSWORD.UNLOCKED"');
    expect(resourceIds(await listActivities(bench, unlocked))).to.deep.equal([alice, bob]);
    const ofBob = everTime(` AND resources.id eq "${bob ?? ""}"`);
    expect(resourceIds(await listActivities(bench, ofBob))).to.deep.equal([bob]);
  });

  it("leads through all pages by their absolute links, and back", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    for (let call = 1; call <= 5; call += 1) await unlock(id);
    const all = activitiesIn((await listActivities(bench)).body);
    const first = await listActivities(bench, `${everTime()}&limit=2`);
    expect(first.body).to.include({ count: 5, size: 2 });
    const second = await follow(first, "next");
    const third = await follow(second, "next");
    expect([first, second, third].flatMap(({ body }) => activitiesIn(body))).to.deep.equal(all);
    expect(valueAt(third.body, "_links.next")).to.equal(undefined);
    expect(activitiesIn((await follow(third, "prev")).body)).to.deep.equal(all.slice(2, 4));
  });

  it("puts a hundred on a page when no limit is given", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    for (let call = 1; call <= 101; call += 1) await unlock(id);
    expect((await listActivities(bench)).body).to.include({ count: 101, size: 100 });
    expect((await listActivities(bench, `${everTime()}&limit=1000`)).body).to.include({ size: 101 });
  });

  it("keeps environments apart", async () => {
    const environmentId = bench.simulator.createEnvironment();
    const id = bench.simulator.createUser({ username: "alice" }, environmentId);
    await bench.call("DELETE", `/users/${id}`, { environmentId });
    expect((await listActivities(bench)).body).to.include({ count: 0, size: 0 });
    const { body } = await bench.call("GET", `/activities?${everTime()}`, { environmentId });
    expect(body).to.include({ count: 1 });
  });

  const noRange = [
    "",
    "filter=",
    `filter=${encodeURIComponent('action.type eq "PASSWORD.SET"')}`,
    `filter=${encodeURIComponent('recordedAt gt "2026-01-01T00:00:00Z"')}`,
  ];
  for (const query of noRange) {
    it(`refuses the query '${query}', which has no range`, async () => {
      const { status, body } = await listActivities(bench, query);
      expect(status).to.equal(400);
      expect(body).to.have.deep.nested.include({
        code: "INVALID_REQUEST",
        "details[0].code": "INVALID_FILTER",
      });
    });
  }

  it("refuses a limit and a cursor that cannot be", async () => {
    for (const [query, target] of [
      ["limit=0", "limit"],
      ["limit=1001", "limit"],
      ["cursor=abc", "cursor"],
    ] as const) {
      const { status, body } = await listActivities(bench, `${everTime()}&${query}`);
      expect(status).to.equal(400);
      expect(body).to.have.nested.property("details[0].target", target);
    }
  });
});
