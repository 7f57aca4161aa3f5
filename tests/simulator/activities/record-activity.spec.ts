import { expect } from "chai";
import { textAt, useBench } from "../bench";
import { activitiesIn, listActivities, typesOf } from "./list-activities-of";

describe("recordActivity", () => {
  const bench = useBench();
  const PASSWORD = "Secret-Word.42";
  const json = "application/json";

  it("records nothing of what a seed or a test sets up", async () => {
    bench.simulator.createUser({ username: "alice", password: PASSWORD, locked: true });
    expect(await typesOf(bench)).to.deep.equal([]);
  });

  it("records a user's life", async () => {
    const created = await bench.call("POST", "/users", { type: json, body: { username: "alice" } });
    const path = `/users/${textAt(created.body, "id")}`;
    const user = await bench.call("GET", path);
    await bench.call("PUT", path, { type: json, body: { username: "alice" } });
    await bench.call("PATCH", path, { type: json, body: { title: "Dr" } });
    await bench.call("PUT", `${path}/enabled`, { type: json, body: { enabled: false } });
    const body = { id: textAt(user.body, "population.id") };
    await bench.call("PUT", `${path}/population`, { type: json, body });
    await bench.call("DELETE", path);
    const updates = Array<string>(4).fill("USER.UPDATED");
    expect(await typesOf(bench)).to.deep.equal(["USER.CREATED", ...updates, "USER.DELETED"]);
  });

  it("records what becomes of a password", async () => {
    const id = bench.simulator.createUser({ username: "alice", email: "alice@example.com" });
    await bench.password(id, "PUT", "set+json", { value: PASSWORD });
    await bench.password(id, "PUT", "setValue+json", { value: "Secret-Word.43" });
    await bench.password(id, "PUT", "reset+json", { newPassword: PASSWORD });
    await bench.password(id, "POST", "forceChange");
    await bench.password(id, "POST", "check+json", { password: PASSWORD });
    await bench.password(id, "POST", "check+json", { password: "wrong" });
    await bench.password(id, "POST", "unlock");
    await bench.password(id, "POST", "sendRecoveryCode");
    const recoveryCode = bench.simulator.mail.list(id)[0]?.code;
    await bench.password(id, "POST", "recover+json", { recoveryCode, newPassword: "Secret-Word.44" });
    await bench.password(id, "PUT", "setValue+json", {});
    expect(await typesOf(bench)).to.deep.equal([
      "PASSWORD.SET",
      "PASSWORD.SET",
      "PASSWORD.RESET",
      "PASSWORD.FORCE_CHANGE",
      "PASSWORD.CHECK_SUCCEEDED",
      "PASSWORD.CHECK_FAILED",
      "PASSWORD.UNLOCKED",
      "NOTIFICATION.CREATED",
      "PASSWORD.RECOVERY",
      "PASSWORD.UNSET",
    ]);
  });

  it("records nothing that was refused", async () => {
    const id = bench.simulator.createUser({ username: "alice" });
    await bench.password(id, "PUT", "set+json", { value: "short" });
    await bench.password(id, "POST", "forceChange");
    await bench.password(id, "POST", "check+json", { password: "x" });
    await bench.password(id, "POST", "sendRecoveryCode");
    await bench.call("POST", "/users", { type: json, body: { username: "alice" } });
    expect(await typesOf(bench)).to.deep.equal([]);
  });

  it("names the worker and the response, but nobody for a check", async () => {
    const id = bench.simulator.createUser({ username: "alice", password: PASSWORD });
    const reply = await bench.password(id, "POST", "unlock");
    await bench.password(id, "POST", "check+json", { password: PASSWORD });
    const [unlocked, checked] = activitiesIn((await listActivities(bench)).body);
    const { clientId } = bench.simulator.worker;
    expect(unlocked).to.deep.include({
      correlationId: reply.headers.get("correlation-id"),
      actors: { client: { id: clientId, name: "Worker", type: "CLIENT" } },
    });
    expect(checked).not.to.have.property("actors");
  });
});
