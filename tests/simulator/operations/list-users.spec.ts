import { expect } from "chai";
import type { SeedUser } from "../../../simulator";
import { textAt, useBench, valueAt } from "../bench";
import type { Bench, Reply } from "../bench";

describe("listUsers", () => {
  const bench = useBench();

  it("answers an empty page as PingOne does", async () => {
    const { status, body } = await list(bench, `filter=${encodeURIComponent('username eq "nobody"')}`);
    expect(status).to.equal(200);
    expect(body).to.deep.include({ _embedded: { users: [] }, count: 0, size: 0 });
  });

  it("finds a user by name", async () => {
    const id = bench.simulator.createUser({ username: "bob" });
    bench.simulator.createUser({ username: "bobby" });
    const { body } = await list(bench, `filter=${encodeURIComponent('username eq "bob"')}`);
    expect(body).to.have.nested.property("_embedded.users[0].id", id);
    expect(body).to.include({ count: 1, size: 1 });
  });

  it("embeds each population when it is expanded", async () => {
    bench.simulator.createUser({ username: "bob" });
    const { body } = await list(bench, "expand=population");
    expect(body).to.have.nested.property("_embedded.users[0]._embedded.population.name", "Default");
  });

  it("leads through all pages by their absolute links, and back", async () => {
    const names = createUsers(bench, 5);
    const first = await list(bench, "limit=2");
    expect(first.body).to.include({ count: 5, size: 2 });
    expect(valueAt(first.body, "_links.prev")).to.equal(undefined);
    const second = await follow(bench, first, "next");
    const third = await follow(bench, second, "next");
    expect([first, second, third].flatMap(usernames)).to.deep.equal(names);
    expect(valueAt(third.body, "_links.next")).to.equal(undefined);
    expect(usernames(await follow(bench, third, "prev"))).to.deep.equal(names.slice(2, 4));
  });

  it("keeps filter and limit in its links", async () => {
    createUsers(bench, 4);
    bench.simulator.createUser({ username: "other" });
    const filter = encodeURIComponent('username sw "user"');
    const second = await follow(bench, await list(bench, `limit=3&filter=${filter}`), "next");
    expect(usernames(second)).to.deep.equal(["user4"]);
  });

  for (const filter of ['externalId eq "Seed 1"', 'externalId eq "SEED 1" and username sw "u"']) {
    it(`leads through all pages of ${filter}`, async () => {
      const populationId = bench.simulator.createPopulation({ name: "Staff" });
      createUsers(bench, 3);
      const names = createUsers(bench, 5, { externalId: "Seed 1", population: populationId }, "uma");
      createUsers(bench, 1, { externalId: "Seed 2" }, "ugo");
      const first = await list(bench, `limit=2&filter=${encodeURIComponent(filter)}`);
      expect(first.body).to.include({ count: 5, size: 2 });
      expect(first.body).to.have.nested.property("_embedded.users[0].externalId", "Seed 1");
      const second = await follow(bench, first, "next");
      const third = await follow(bench, second, "next");
      expect([first, second, third].flatMap(usernames)).to.deep.equal(names);
      expect(valueAt(third.body, "_links.next")).to.equal(undefined);
      const inPopulation = await list(
        bench,
        `filter=${encodeURIComponent(`population.id eq "${populationId}"`)}`,
      );
      expect(usernames(inPopulation)).to.deep.equal(names);
    });
  }

  it("loses nobody when a user goes between two pages", async () => {
    const names = createUsers(bench, 4);
    const first = await list(bench, "limit=2");
    const gone = textAt(first.body, "_embedded.users.1.id");
    await bench.call("DELETE", `/users/${gone}`);
    expect(usernames(await follow(bench, first, "next"))).to.deep.equal(names.slice(2));
  });

  it("puts 200 users on a page at most, however many are asked for", async () => {
    createUsers(bench, 201);
    const first = await list(bench, "limit=1000");
    expect(first.body).to.include({ count: 201, size: 200 });
    expect(usernames(await follow(bench, first, "next"))).to.deep.equal(["user201"]);
  });

  for (const limit of ["0", "1001", "-1", "many", ""]) {
    it(`refuses the limit '${limit}'`, async () => {
      const { status, body } = await list(bench, `limit=${limit}`);
      expect(status).to.equal(400);
      expect(body).to.have.deep.nested.include({
        "details[0].code": "OUT_OF_RANGE",
        "details[0].innerError": { rangeMinimumValue: 1, rangeMaximumValue: 1000 },
      });
    });
  }

  it("refuses a cursor it did not write", async () => {
    const { status, body } = await list(bench, "cursor=abc");
    expect(status).to.equal(400);
    expect(body).to.have.nested.property("details[0].target", "cursor");
  });

  it("answers INVALID_FILTER for a filter that is not supported", async () => {
    const { status, body } = await list(bench, `filter=${encodeURIComponent('username ne "bob"')}`);
    expect(status).to.equal(400);
    expect(body).to.have.deep.nested.include({
      "details[0].code": "INVALID_FILTER",
      "details[0].target": "filter",
    });
  });
});

function list(bench: Bench, query: string): Promise<Reply> {
  return bench.call("GET", `/users?${query}`);
}

function follow(bench: Bench, reply: Reply, rel: "next" | "prev"): Promise<Reply> {
  const { simulator } = bench;
  const href = textAt(reply.body, `_links.${rel}.href`);
  const environment = `${simulator.url}/v1/environments/${simulator.environmentId}`;
  expect(href.startsWith(`${environment}/users?`)).to.equal(true);
  return bench.call("GET", href.slice(environment.length));
}

function createUsers(
  { simulator }: Bench,
  count: number,
  user: Partial<SeedUser> = {},
  prefix = "user",
): string[] {
  const names = Array.from({ length: count }, (_, index) => `${prefix}${index + 1}`);
  for (const username of names) simulator.createUser({ username, ...user });
  return names;
}

function usernames(reply: Reply): unknown[] {
  const users = valueAt(reply.body, "_embedded.users");
  return Array.isArray(users) ? users.map((user) => valueAt(user, "username")) : [];
}
