import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import { createUser, type NewUser } from "../../provider/operations/create-user";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";

const value = "New-Secret.43";

withSimulator("createUser", (simulator) => {
  const create = (user: Partial<NewUser> = {}, environmentId = simulator.environmentId) =>
    transportTo(simulator)(createUser, { environmentId, username: "alice", ...user });

  it("sends all that is given as user.import", async () => {
    const population = { id: simulator.createPopulation({ name: "Staff" }) };
    const user: NewUser = {
      username: "alice",
      email: "alice@example.com",
      name: { given: "Alice", family: "Archer" },
      population,
      enabled: true,
      externalId: "pulumi:p/s/alice",
      password: { value, forceChange: true },
    };
    const { id, ...created } = await create(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "POST",
      path: `/v1/environments/${simulator.environmentId}/users`,
      contentTypes: ["application/vnd.pingidentity.user.import+json"],
      body: user,
    });
    expect(created).to.deep.include({
      username: "alice",
      email: "alice@example.com",
      name: { given: "Alice", family: "Archer" },
      populationId: population.id,
      externalId: "pulumi:p/s/alice",
      enabled: true,
    });
    expect(simulator.readUser(id)?.password.status).to.equal("MUST_CHANGE_PASSWORD");
    expect(simulator.verifyPassword(id, value)).to.equal(true);
  });

  it("sends no more than is given", async () => {
    const { id } = await create();
    expect(lastRequest(simulator).body).to.deep.equal({ username: "alice" });
    expect(simulator.readUser(id)?.password.status).to.equal("NO_PASSWORD");
  });

  it("creates a disabled user", async () => {
    expect(await create({ enabled: false })).to.include({ enabled: false });
  });

  it("is refused for a username that is taken, in whatever case", async () => {
    addUser(simulator, { username: "Alice" });
    const error = await refusalOf(PingOneApiError, create());
    expect(error).to.include({ operation: "createUser", status: 400, code: "INVALID_DATA" });
    expect(error.details[0]).to.include({ code: "UNIQUENESS_VIOLATION", target: "username" });
  });

  const wrong: readonly (readonly [what: string, user: Partial<NewUser>, target: string])[] = [
    ["an address that is none", { email: "alice" }, "email"],
    ["a username that is too long", { username: "a".repeat(129) }, "username"],
    [
      "a population nobody knows",
      { population: { id: "00000000-0000-4000-8000-000000000000" } },
      "population",
    ],
  ];
  for (const [what, user, target] of wrong) {
    it(`is refused for ${what}`, async () => {
      const error = await refusalOf(PingOneApiError, create(user));
      expect(error.status).to.equal(400);
      expect(error.details[0]?.target).to.contain(target);
    });
  }

  it("creates nobody with a password that does not satisfy the policy", async () => {
    const error = await refusalOf(PingOneApiError, create({ password: { value: "aaab" } }));
    expect(error.message).to.contain("unmet rules: ").and.not.to.contain("aaab");
    expect((await create()).username).to.equal("alice");
  });

  it("is refused in an environment nobody knows", async () => {
    const unknown = create({}, "00000000-0000-4000-8000-000000000000");
    expect(await refusalOf(PingOneApiError, unknown)).to.include({ status: 404 });
  });

  it("is not sent again after a failure that leaves it open", async () => {
    simulator.failNext("createUser", { status: 500 });
    await refusalOf(PingOneApiError, create());
    expect(calls(simulator)).to.deep.equal(["createUser"]);
  });

  it("is sent again after a rate limit", async () => {
    simulator.failNext("createUser", { status: 429 });
    await create();
    expect(calls(simulator)).to.deep.equal(["createUser", "createUser"]);
  });

  for (const body of ["<html>", "", { username: "alice" }]) {
    it(`does not take ${JSON.stringify(body)} for a user`, async () => {
      simulator.failNext("createUser", { status: 201, body }, 5);
      await refusalOf(PingOneResponseError, create());
    });
  }

  it("withholds a refusal that repeats the password", async () => {
    simulator.failNext("createUser", {
      status: 400,
      body: { code: "INVALID_DATA", message: `not ${value}` },
    });
    const error = await refusalOf(PingOneApiError, create({ password: { value } }));
    expect(error.message).to.contain("withheld").and.not.to.contain(value);
  });
});
