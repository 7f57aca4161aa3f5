import { expect } from "chai";
import { createSimulator } from "../../simulator";
import type { Simulator, SimulatorOptions } from "../../simulator";

describe("createSimulator", () => {
  const running: Simulator[] = [];
  const start = async (options?: SimulatorOptions) => {
    const simulator = await createSimulator(options);
    running.push(simulator);
    return simulator;
  };
  afterEach(() => Promise.all(running.splice(0).map((simulator) => simulator.close())));

  it("tells clients where it is and who they are", async () => {
    const { url, env, worker, environmentId } = await start();
    expect(url).to.match(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(env).to.deep.equal({
      PINGONE_API_URL: url,
      PINGONE_AUTH_URL: url,
      PINGONE_CLIENT_ID: worker.clientId,
      PINGONE_CLIENT_SECRET: worker.clientSecret,
      PINGONE_ENVIRONMENT_ID: environmentId,
    });
  });

  it("makes another secret at every start, unless the seed has one", async () => {
    const [first, second] = [await start(), await start()];
    expect(first.worker.clientSecret).not.to.equal(second.worker.clientSecret);
    const seeded = await start({ seed: { worker: { clientId: "w", clientSecret: "s" } } });
    expect(seeded.worker).to.deep.equal({ clientId: "w", clientSecret: "s" });
  });

  it("starts at the time given", async () => {
    const simulator = await start({ now: new Date("2030-01-01T00:00:00Z") });
    expect(simulator.now().toISOString()).to.contain("2030-01-01T00:00:0");
  });

  it("refuses a limit and a latency that make no sense", async () => {
    for (const options of [{ rateLimit: 0 }, { rateLimit: Number.NaN }, { latency: -1 }]) {
      expect(await start(options).catch((error: unknown) => error)).to.be.instanceOf(RangeError);
    }
  });

  it("refuses a wrong seed before it listens", async () => {
    const seed = { users: [{ username: "alice", population: "none" }] };
    const failure = await start({ seed }).catch((error: unknown) => error);
    expect(failure)
      .to.have.property("message")
      .that.contains("Wrong seed: users[0].population names no population: none.");
  });

  it("refuses a port that is taken", async () => {
    const port = Number(new URL((await start()).url).port);
    const failure = await start({ port }).catch((error: unknown) => error);
    expect(failure).to.have.property("code", "EADDRINUSE");
  });

  it("goes back to the seed at reset, with the same ids, secret and port", async () => {
    const id = "00000000-0000-4000-8000-000000000001";
    const simulator = await start({ seed: { users: [{ id, username: "alice", password: "x" }] } });
    const { url, worker } = simulator;
    const policyId = simulator.readUser(id)?.password.passwordPolicyId;
    const bob = simulator.createUser({ username: "bob" });
    simulator.createPasswordPolicy({ name: "Own", default: true });
    simulator.failNext("*", { status: 500 });
    simulator.advance(3_600_000);
    await fetch(`${url}/v1/nothing`);
    simulator.reset();
    expect(simulator.readUser(id)?.password).to.include({ status: "OK", passwordPolicyId: policyId });
    expect(simulator.readUser(bob)).to.equal(undefined);
    expect(Math.abs(simulator.now().getTime() - Date.now())).to.be.lessThan(1000);
    expect(simulator.ledger.entries).to.deep.equal([]);
    expect((await fetch(`${url}/v1/environments/${simulator.environmentId}/users`)).status).to.equal(401);
    expect([simulator.url, simulator.worker]).to.deep.equal([url, worker]);
  });

  it("changes the rules given of a policy, and ends those that are null", async () => {
    const simulator = await start();
    const id = simulator.createPasswordPolicy({
      name: "Own",
      default: true,
      lockout: { failureCount: 3 },
      maxAgeDays: 30,
    });
    simulator.updatePasswordPolicy(id, { lockout: null });
    const user = simulator.createUser({ username: "alice", password: "x" });
    simulator.advance(31 * 24 * 3600 * 1000);
    expect(simulator.readUser(user)?.password).to.include({
      status: "PASSWORD_EXPIRED",
      passwordPolicyId: id,
    });
  });

  it("says which user, policy or environment it does not have", async () => {
    const simulator = await start();
    expect(() => simulator.verifyPassword("u1", "x")).to.throw("The simulator has no user u1.");
    expect(() => {
      simulator.updatePasswordPolicy("p1", {});
    }).to.throw("The simulator has no password policy p1.");
    expect(() => simulator.createUser({ username: "a" }, "e1")).to.throw(
      "The simulator has no environment e1.",
    );
  });

  it("refuses an id, a client or an environment that is there already", async () => {
    const simulator = await start();
    const id = simulator.createUser({ username: "alice" });
    expect(() => simulator.createUser({ id, username: "bob" })).to.throw("user.id is used twice");
    expect(() => simulator.createWorker({ clientId: simulator.worker.clientId })).to.throw(
      "clientId is used twice",
    );
    const environment = { id: simulator.environmentId };
    expect(() => simulator.createEnvironment(environment)).to.throw("environment.id is used twice");
  });

  it("listens no more once it is closed", async () => {
    const simulator = await createSimulator();
    await simulator.close();
    const failure = await fetch(simulator.url).catch((error: unknown) => error);
    expect(failure).to.have.nested.property("cause.code", "ECONNREFUSED");
  });
});
