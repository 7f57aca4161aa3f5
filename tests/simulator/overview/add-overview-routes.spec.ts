import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { send, textAt, useBench, valueAt } from "../bench";

describe("addOverviewRoutes", () => {
  const bench = useBench();
  const get = async (path: string) => (await send(`${bench.simulator.url}${path}`, {})).body;

  it("lists the simulator's own paths, each with its purpose, and those the README has", async () => {
    const paths = valueAt(await get("/simulator"), "paths");
    if (!Array.isArray(paths)) throw new Error("There is no list.");
    const explained = paths.filter((path) => valueAt(path, "purpose") !== "");
    const named = explained.map((path) => `${textAt(path, "method")} ${textAt(path, "path")}`);
    expect(named).to.include.members([
      "GET /simulator",
      "GET /simulator/state",
      "POST /simulator/snapshot",
      "DELETE /simulator/faults",
    ]);
    const readme = readFileSync(join(__dirname, "../../../simulator/README.md"), "utf8");
    for (const path of explained) {
      const [beforeParameters = ""] = textAt(path, "path").split(":");
      expect(readme).to.contain(`localhost:8480${beforeParameters}`);
    }
  });

  it("shows environments, users with their status and locks, populations and policies", async () => {
    bench.simulator.createUser({ username: "alice", password: "Secret-Word.42", locked: true });
    bench.simulator.createEnvironment({ name: "Other" });
    const state = await get("/simulator/state");
    expect(state).to.have.nested.property("counts.environments", 2);
    expect(state).to.have.deep.nested.include({
      "environments[0].users[0].username": "alice",
      "environments[0].users[0].account.status": "LOCKED",
      "environments[0].users[0].password.status": "PASSWORD_LOCKED_OUT",
      "environments[0].populations[0].userCount": 1,
      "environments[1].passwordPolicies[0].name": "Standard",
      "workers[0].clientId": bench.simulator.worker.clientId,
    });
  });

  it("shows no password, no code and no secret", async () => {
    const { simulator } = bench;
    const alice = simulator.createUser({
      username: "alice",
      email: "a@b.example",
      password: "Secret-Word.42",
    });
    await bench.password(alice, "POST", "sendRecoveryCode");
    const code = simulator.mail.list(alice).at(-1)?.code;
    const text = JSON.stringify(await get("/simulator/state"));
    const stored = simulator.snapshot().environments[0]?.users[0]?.password.stored;
    for (const secret of [
      "Secret-Word",
      code,
      stored,
      simulator.worker.clientSecret,
      simulator.application.clientSecret,
    ]) {
      if (secret === undefined) throw new Error("There is nothing to look for.");
      expect(text).not.to.contain(secret);
    }
  });
});
