import { expect } from "chai";
import { createSimulator } from "../../../simulator";
import type { Seed, SeedApplication, Simulator } from "../../../simulator";

describe("addSeedApplication", () => {
  const running: Simulator[] = [];
  const start = async (seed?: Seed) => {
    const simulator = await createSimulator(seed === undefined ? {} : { seed });
    running.push(simulator);
    return simulator;
  };
  afterEach(() => Promise.all(running.splice(0).map((simulator) => simulator.close())));

  it("gives every environment an application of its own", async () => {
    const simulator = await start();
    expect(simulator.application.clientId).to.equal("bbbbbbbb-cccc-4ddd-8eee-ffffffffffff");
    expect(simulator.application.clientSecret).to.match(/^[\w-]{43,}$/);
    expect(simulator.readApplication()).to.deep.equal(simulator.application);
    const id = "00000000-0000-4000-8000-000000000001";
    const other = simulator.readApplication(simulator.createEnvironment({ id }));
    const elsewhere = await start({ environment: { id } });
    expect(elsewhere.application.clientId).to.equal(other.clientId);
    expect(other.clientId).not.to.equal(simulator.application.clientId);
  });

  it("keeps ids and secrets at a reset, and forgets what was added", async () => {
    const simulator = await start({ applications: [{ name: "Shop" }] });
    const { application } = simulator;
    simulator.createApplication({ name: "Late" });
    simulator.reset();
    expect(simulator.readApplication()).to.deep.equal(application);
    expect(() => simulator.createApplication({ name: "Late" })).not.to.throw();
    expect(() => simulator.createApplication({ name: "Shop" })).to.throw("application.name is used twice");
  });

  it("lets a seed take the default one's place", async () => {
    const { application } = await start({
      applications: [{ name: "Default", clientId: "shop", clientSecret: "s" }],
    });
    expect(application).to.deep.equal({ clientId: "shop", clientSecret: "s" });
  });

  it("makes no secret for an application that has none", async () => {
    const simulator = await start();
    const { clientSecret } = simulator.createApplication({ name: "Public", tokenEndpointAuthMethod: "NONE" });
    expect(clientSecret).to.equal(undefined);
  });

  const wrong: readonly (readonly [SeedApplication, string])[] = [
    [{ name: "Default" }, "application.name is used twice"],
    [{ name: "A", clientId: "aaaaaaaa-bbbb-4ccc-8ddd-eeeeeeeeeeee" }, "application.clientId is used twice"],
    [{ name: "A", clientId: "bbbbbbbb-cccc-4ddd-8eee-ffffffffffff" }, "application.clientId is used twice"],
    [
      { name: "A", tokenEndpointAuthMethod: "NONE", clientSecret: "s" },
      "application.clientSecret cannot stand beside NONE",
    ],
    [
      { name: "A", redirectUris: ["https://a.b", "/c"] },
      "application.redirectUris[1] must be an absolute URL without a fragment",
    ],
    [
      { name: "A", redirectUris: ["https://a.b/#c"] },
      "application.redirectUris[0] must be an absolute URL without a fragment",
    ],
  ];
  for (const [entry, message] of wrong) {
    it(`refuses ${JSON.stringify(entry)}`, async () => {
      const simulator = await start();
      expect(() => simulator.createApplication(entry)).to.throw(`Wrong seed: ${message}.`);
    });
  }

  it("refuses an unknown method or grant of a seed file", async () => {
    for (const [entry, message] of [
      [{ tokenEndpointAuthMethod: "MAGIC" }, "tokenEndpointAuthMethod must be CLIENT_SECRET_BASIC"],
      [{ grantTypes: ["MAGIC"] }, "grantTypes[0] must be one of AUTHORIZATION_CODE"],
    ] as const) {
      const seed = { applications: [{ name: "A", ...entry }] } as unknown as Seed;
      const failure = await start(seed).catch((error: unknown) => error);
      expect(failure).to.have.property("message").that.contains(`applications[0].${message}`);
    }
  });

  it("keeps the ids of workers and applications apart", async () => {
    const simulator = await start();
    const { clientId } = simulator.application;
    expect(() => simulator.createWorker({ clientId })).to.throw("worker.clientId is used twice");
  });
});
