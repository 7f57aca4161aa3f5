import { expect } from "chai";
import { SnapshotError, createSimulator } from "../../../simulator";
import type { Snapshot } from "../../../simulator";
import { send, textAt, useBench, valueAt } from "../bench";

const DAY = 24 * 60 * 60 * 1000;

/** An id that nothing has. */
const NOBODY = "99999999-0000-4000-8000-000000000000";

describe("snapshot and restore", () => {
  const bench = useBench();

  /** One of everything, in every state that is worth keeping. */
  async function fill(): Promise<string> {
    const { simulator } = bench;
    simulator.createPasswordPolicy({
      name: "Own",
      lockout: { failureCount: 2 },
      history: { count: 3, retentionDays: 90 },
    });
    simulator.createPopulation({ name: "Staff", passwordPolicy: "Own" });
    const alice = simulator.createUser({
      username: "alice",
      email: "alice@example.com",
      name: { given: "Alice" },
      population: "Staff",
      password: "Secret-Word.42",
    });
    await bench.password(alice, "PUT", "set+json", { value: "Secret-Word.43" });
    await bench.password(alice, "POST", "check+json", { password: "wrong" });
    await bench.password(alice, "POST", "sendRecoveryCode");
    simulator.createUser({
      username: "bob",
      locked: true,
      password: "x",
      accountLocked: true,
      mfa: { locked: true },
    });
    simulator.createUser({ username: "carol", external: true, enabled: false });
    const other = simulator.createEnvironment({ name: "Other", users: [{ username: "dave" }] });
    simulator.createWorker({
      environmentId: other,
      roles: [{ name: "Identity Data Admin", environmentIds: [other] }],
    });
    simulator.createApplication({ name: "Shop", redirectUris: ["https://shop.example/back"] });
    simulator.advance(30 * DAY);
    return alice;
  }

  it("is plain JSON that goes there and back without a difference", async () => {
    await fill();
    const snapshot = bench.simulator.snapshot();
    expect(JSON.parse(JSON.stringify(snapshot))).to.deep.equal(snapshot);
    bench.simulator.reset();
    bench.simulator.restore(snapshot);
    const { takenAt: _before, ...kept } = snapshot;
    const { takenAt: _after, ...again } = bench.simulator.snapshot();
    expect(again).to.deep.equal(kept);
  });

  it("brings back users, passwords, history, locks, mails, activities and the clock", async () => {
    const alice = await fill();
    const snapshot = bench.simulator.snapshot();
    const before = bench.simulator.readUser(alice);
    const code = bench.simulator.mail.list(alice).at(-1)?.code ?? "";
    bench.simulator.reset();
    expect(bench.simulator.readUser(alice)).to.equal(undefined);
    bench.simulator.restore(snapshot);
    expect(bench.simulator.readUser(alice)).to.deep.equal(before);
    expect(bench.simulator.verifyPassword(alice, "Secret-Word.43")).to.equal(true);
    expect(bench.simulator.now().getTime() - Date.now()).to.be.within(30 * DAY - 5000, 30 * DAY + 5000);
    expect(bench.simulator.mail.list(alice).at(-1)).to.include({ code });
    // The password before the last is remembered, as the policy has it.
    const type = "application/vnd.pingidentity.password.set+json";
    const { worker, environmentId, url } = bench.simulator;
    const token = textAt((await bench.requestToken(worker, environmentId)).body, "access_token");
    const reply = await send(`${url}/v1/environments/${environmentId}/users/${alice}/password`, {
      method: "PUT",
      headers: { authorization: `Bearer ${token}`, "content-type": type },
      body: JSON.stringify({ value: "Secret-Word.42" }),
    });
    expect(JSON.stringify(reply.body)).to.contain("unsatisfiedRequirements").and.to.contain("history");
  });

  it("takes ids and secrets along into another simulator, and ends its tokens", async () => {
    await fill();
    const other = await createSimulator({
      seed: { environment: { id: NOBODY }, worker: { clientId: "w" } },
    });
    const { worker } = other;
    other.restore(bench.simulator.snapshot());
    expect({ ...other.env, PINGONE_API_URL: "", PINGONE_AUTH_URL: "" }).to.deep.equal({
      ...bench.simulator.env,
      PINGONE_API_URL: "",
      PINGONE_AUTH_URL: "",
    });
    expect(other.application).to.deep.equal(bench.simulator.application);
    expect(other.counts()).to.deep.equal(bench.simulator.counts());
    other.reset();
    expect(other.worker).to.deep.equal(worker);
    await other.close();
    const stale = textAt((await bench.requestToken()).body, "access_token");
    bench.simulator.restore(bench.simulator.snapshot());
    expect((await bench.call("GET", "/users", { token: stale })).status).to.equal(401);
  });

  it("is a copy: what changes later changes no snapshot", async () => {
    const alice = await fill();
    const snapshot = bench.simulator.snapshot();
    const text = JSON.stringify(snapshot);
    bench.simulator.restore(snapshot);
    await bench.password(alice, "PUT", "set+json", { value: "Secret-Word.44" });
    expect(JSON.stringify(snapshot)).to.equal(text);
  });

  it("holds no password in clear", async () => {
    await fill();
    expect(JSON.stringify(bench.simulator.snapshot())).not.to.contain("Secret-Word");
  });

  it("keeps positions, so that pages go on where they ended", async () => {
    const { simulator } = bench;
    const [first, last] = ["a", "b"].map((username) => simulator.createUser({ username }));
    const next = textAt((await bench.call("GET", "/users?limit=1")).body, "_links.next.href");
    await bench.call("DELETE", `/users/${last ?? ""}`);
    simulator.restore(simulator.snapshot());
    const added = simulator.createUser({ username: "c" });
    const token = textAt((await bench.requestToken()).body, "access_token");
    const { body } = await send(next, { headers: { authorization: `Bearer ${token}` } });
    expect(valueAt(body, "_embedded.users.0.id")).to.equal(added);
    expect(simulator.readUser(first ?? "")).to.include({ username: "a" });
  });

  describe("refuses, and changes nothing:", () => {
    type Change = (
      snapshot: Record<string, unknown>,
      home: Record<string, Record<string, unknown>[]>,
    ) => void;
    const wrong: readonly (readonly [string, Change])[] = [
      ["format must be pingone-simulator: this is something else", (all) => (all["format"] = "other")],
      ["version must be 1: use the version of this package that wrote it", (all) => (all["version"] = 2)],
      ["the whole has a field that is not known", (all) => (all["Secret-Word.99"] = 1)],
      ["mails is missing", (all) => delete all["mails"]],
      ["workers must be a list", (all) => (all["workers"] = {})],
      ["environmentId names no environment", (all) => (all["environmentId"] = NOBODY)],
      ["clientId names no worker of the first environment", (all) => (all["clientId"] = "nobody")],
      [
        "users[0].enabled must be true or false",
        (_all, { users }) => Object.assign(users?.[0] ?? {}, { enabled: 1 }),
      ],
      ["users[2].id is used twice", (_all, { users }) => users?.push(...structuredClone(users))],
      [
        "users[0].attributes.username must not be null",
        (_all, { users }) => Object.assign(users?.[0] ?? {}, { attributes: {} }),
      ],
      [
        "users[0].password.stored must be an encoded password",
        (_all, { users }) => Object.assign(users?.[0]?.["password"] ?? {}, { stored: "Secret-Word.99" }),
      ],
      [
        "users[0].populationId names no population",
        (_all, { users }) => Object.assign(users?.[0] ?? {}, { populationId: NOBODY }),
      ],
      [
        "passwordPolicies must have one entry with isDefault: true",
        (_all, { passwordPolicies }) => passwordPolicies?.shift(),
      ],
      [
        "passwordPolicies[0].fields.length.min must be between 8 and 32",
        (_all, { passwordPolicies }) =>
          Object.assign(passwordPolicies?.[0]?.["fields"] ?? {}, { length: { min: 1 } }),
      ],
      [
        "activities[0].type must be the name of an activity",
        (_all, { activities }) => Object.assign(activities?.[0] ?? {}, { type: "X" }),
      ],
    ];
    for (const [message, change] of wrong) {
      it(message, async () => {
        bench.simulator.createUser({ username: "alice", password: "Secret-Word.42" });
        await bench.call("POST", "/users", { type: "application/json", body: { username: "bob" } });
        const before = JSON.stringify(bench.simulator.snapshot().environments);
        const broken = bench.simulator.snapshot();
        const whole = broken as unknown as Record<string, unknown>;
        change(whole, broken.environments[0] as unknown as Record<string, Record<string, unknown>[]>);
        let failure: unknown;
        try {
          bench.simulator.restore(whole as unknown as Snapshot);
        } catch (error) {
          failure = error;
        }
        expect(failure).to.be.instanceOf(SnapshotError);
        expect(String(failure)).to.contain(message).and.not.to.contain("Secret-Word");
        expect(JSON.stringify(bench.simulator.snapshot().environments)).to.equal(before);
      });
    }
  });
});
