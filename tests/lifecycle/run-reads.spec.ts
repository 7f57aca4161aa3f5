import { expect } from "chai";
import { PingOneApiError, PingOneAuthError, PingOneNetworkError } from "../../provider/errors";
import { createRunReads } from "../../provider/lifecycle/run-reads";
import { passwordForceChange } from "../../provider/lifecycle/password-force-change";
import { passwordUnlock } from "../../provider/lifecycle/password-unlock";
import { userPassword } from "../../provider/lifecycle/user-password";
import type { Send } from "../../provider/transport";
import { refusalOf } from "../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { other, user } from "./check-inputs";

/** Fails every call, and counts them. */
function failing(error: Error): { send: Send; count: () => number } {
  let made = 0;
  return {
    send: () => {
      made += 1;
      return Promise.reject(error);
    },
    count: () => made,
  };
}

describe("createRunReads", () => {
  it("asks a tenant that cannot be reached once, for whatever", async () => {
    const { send, count } = failing(
      new PingOneNetworkError("no route", false, {
        cause: Object.assign(new Error(""), { code: "ECONNREFUSED" }),
      }),
    );
    const reads = createRunReads(send);
    await refusalOf(PingOneNetworkError, reads.state(user));
    await refusalOf(PingOneNetworkError, reads.state(other));
    await refusalOf(PingOneNetworkError, reads.policy(user.environmentId, "p"));
    await refusalOf(PingOneNetworkError, reads.defaultPolicy(user.environmentId));
    await refusalOf(PingOneNetworkError, reads.disabledUsers(user.environmentId));
    expect(count()).to.equal(1);
  });

  it("asks for each of them where one connection broke, or one environment is refused", async () => {
    for (const error of [
      new PingOneNetworkError("broke", false, {
        cause: Object.assign(new Error(""), { code: "ECONNRESET" }),
      }),
      new PingOneAuthError("not there", 401, "ACCESS_FAILED"),
    ]) {
      const { send, count } = failing(error);
      const reads = createRunReads(send);
      await refusalOf(Error, reads.state(user));
      await refusalOf(Error, reads.state(other));
      expect(count()).to.equal(2);
    }
  });

  it("asks a tenant that does not know us once", async () => {
    const { send, count } = failing(new PingOneAuthError("who?", 401, "invalid_client"));
    const reads = createRunReads(send);
    await refusalOf(PingOneAuthError, reads.state(user));
    await refusalOf(PingOneAuthError, reads.state(other));
    expect(count()).to.equal(1);
  });

  it("asks for each of them where one is refused", async () => {
    const refusal = { operation: "readPasswordState", status: 403, code: "ACCESS_FAILED", details: [] };
    const { send, count } = failing(new PingOneApiError("no", refusal));
    const reads = createRunReads(send);
    await refusalOf(PingOneApiError, reads.state(user));
    await refusalOf(PingOneApiError, reads.state(other));
    await refusalOf(PingOneApiError, reads.state(user));
    expect(count()).to.equal(2);
  });
});

withSimulator("createRunReads at PingOne", (simulator) => {
  it("reads each user, policy and default once, also at the same time", async () => {
    const alice = addUser(simulator);
    const bob = addUser(simulator, { username: "bob" });
    const reads = createRunReads(transportTo(simulator));
    const [state] = await Promise.all([reads.state(alice), reads.state(alice), reads.state(bob)]);
    const id = state.passwordPolicyId ?? "";
    const policies = await Promise.all([
      reads.policy(alice.environmentId, id),
      reads.policy(alice.environmentId, id),
      reads.defaultPolicy(alice.environmentId),
      reads.defaultPolicy(alice.environmentId),
    ]);
    expect(policies.map((policy) => policy?.name)).to.deep.equal(Array(4).fill("Standard"));
    expect(calls(simulator).sort()).to.deep.equal([
      "listPasswordPolicies",
      "readPasswordPolicy",
      "readPasswordState",
      "readPasswordState",
    ]);
  });

  it("lists the disabled users of each environment once, also at the same time", async () => {
    const alice = addUser(simulator, { enabled: false });
    const bob = addUser(simulator, { username: "bob" });
    const other = simulator.createEnvironment({ users: [{ username: "carol", enabled: false }] });
    const reads = createRunReads(transportTo(simulator));
    const lists = await Promise.all([
      reads.disabledUsers(alice.environmentId),
      reads.disabledUsers(alice.environmentId),
      reads.disabledUsers(other),
    ]);
    const found = lists.map((ids) => [ids.has(alice.userId), ids.has(bob.userId), ids.size]);
    expect(found).to.deep.equal([
      [true, false, 1],
      [true, false, 1],
      [false, false, 1],
    ]);
    expect(calls(simulator)).to.deep.equal(["listUsers", "listUsers"]);
    expect(new URL(lastRequest(simulator).path, simulator.url).searchParams.get("limit")).to.equal("1000");
  });

  it("lists one page of disabled users, and no more", async () => {
    const [first] = ["alice", "bob", "carol"].map((username) =>
      addUser(simulator, { username, enabled: false }),
    );
    const send: Send = (operation, params) => transportTo(simulator)(operation, { ...params, limit: 1 });
    const found = await createRunReads(send).disabledUsers(simulator.environmentId);
    expect([...found]).to.deep.equal([first?.userId]);
    expect(calls(simulator)).to.deep.equal(["listUsers"]);
  });

  it("keeps that the disabled users may not be listed", async () => {
    const reads = createRunReads(transportTo(simulator));
    simulator.failNext("listUsers", { status: 403 });
    await refusalOf(PingOneApiError, reads.disabledUsers(simulator.environmentId));
    await refusalOf(PingOneApiError, reads.disabledUsers(simulator.environmentId));
    expect(calls(simulator)).to.deep.equal(["listUsers"]);
  });

  it("keeps a refusal as well", async () => {
    const alice = addUser(simulator);
    const reads = createRunReads(transportTo(simulator));
    simulator.failNext("readPasswordState", { status: 403 });
    expect((await refusalOf(PingOneApiError, reads.state(alice))).status).to.equal(403);
    expect((await refusalOf(PingOneApiError, reads.state(alice))).status).to.equal(403);
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
  });

  it("costs a preview of many users one read each, whatever asks, and none of the policy", async () => {
    const users = Array.from({ length: 20 }, (_none, index) =>
      addUser(simulator, { username: `user-${index}`, password: "Old-Secret.41" }),
    );
    const session = createSession(simulator);
    const lifecycles = [userPassword(session), passwordForceChange(session), passwordUnlock(session)];
    for (const ref of users) {
      for (const lifecycle of lifecycles) {
        const news = lifecycle === lifecycles[0] ? { ...ref, value: "New-Secret.43", fingerprint: "" } : ref;
        const { failures } = await lifecycle.check({}, news, recordReport(`urn:${ref.userId}`));
        expect(failures).to.deep.equal([]);
      }
    }
    expect(calls(simulator)).to.deep.equal(users.map(() => "readPasswordState"));
  });
});
