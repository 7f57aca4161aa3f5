import { expect } from "chai";
import { useBench } from "../bench";
import { useFlows } from "../flows/use-flows";

describe("authorizeUser", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const password = "Secret-Word.42";
  const ALL = "openid p1:read:user p1:read:userPassword p1:validate:userPassword p1:reset:userPassword";
  const VENDOR = "application/vnd.pingidentity.password.";
  let userId = "";
  let token = "";
  beforeEach(async () => {
    userId = bench.simulator.createUser({ username: "alice", email: "alice@example.com", password });
    // Standard lets nobody change a password on the day it was set.
    bench.simulator.advance(24 * 3600 * 1000);
    token = await flows.token("alice", password, ALL);
  });

  const own = () => `/users/${userId}`;
  const calls: readonly (readonly [string, string, string, string, object?])[] = [
    ["readUser", "p1:read:user", "GET", ""],
    ["readPasswordState", "p1:read:userPassword", "GET", "/password"],
    ["checkPassword", "p1:validate:userPassword", "POST", "check+json", { password }],
    [
      "resetPassword",
      "p1:reset:userPassword",
      "PUT",
      "reset+json",
      { currentPassword: password, newPassword: "Another-Word.43" },
    ],
    ["sendRecoveryCode", "p1:reset:userPassword", "POST", "sendRecoveryCode+json"],
  ];
  for (const [operation, scope, method, target, body] of calls) {
    const call = (bearer: string) =>
      target === "" || target === "/password"
        ? bench.call(method, `${own()}${target}`, { token: bearer })
        : bench.call(method, `${own()}/password`, { token: bearer, type: VENDOR + target, body });

    it(`lets a user ${operation} with ${scope} alone`, async () => {
      const { status } = await call(await flows.token("alice", password, scope));
      expect(status).to.equal(200);
      expect(bench.simulator.ledger.entries.at(-1)?.operation).to.equal(operation);
    });

    it(`refuses ${operation} without that scope`, async () => {
      const { status, body: reply } = await call(
        await flows.token("alice", password, ALL.replace(scope, "")),
      );
      expect(status).to.equal(403);
      expect(reply).to.have.nested.property("details[0].code", "INSUFFICIENT_PERMISSIONS");
    });
  }

  it("lets a user recover the own password", async () => {
    await bench.call("POST", `${own()}/password`, { token, type: `${VENDOR}sendRecoveryCode` });
    const recoveryCode = bench.simulator.mail.list(userId)[0]?.code;
    const body = { recoveryCode, newPassword: "Another-Word.43" };
    const reply = await bench.call("POST", `${own()}/password`, {
      token,
      type: `${VENDOR}recover+json`,
      body,
    });
    expect(reply.status).to.equal(200);
  });

  it("refuses everything of another user, known or not", async () => {
    const bob = bench.simulator.createUser({ username: "bob", password });
    for (const id of [bob, "00000000-0000-4000-8000-000000000000"]) {
      for (const path of [`/users/${id}`, `/users/${id}/password`]) {
        expect((await bench.call("GET", path, { token })).status, path).to.equal(403);
      }
    }
  });

  it("refuses the user of the same id in another environment", async () => {
    const environmentId = bench.simulator.createEnvironment({ users: [{ id: userId, username: "alice" }] });
    expect((await bench.call("GET", own(), { token, environmentId })).status).to.equal(403);
  });

  it("refuses what only administrators may do", async () => {
    const refused = [
      await bench.call("GET", "/users", { token }),
      await bench.call("GET", "/passwordPolicies", { token }),
      await bench.call("DELETE", own(), { token }),
      await bench.call("POST", `${own()}/password`, { token, type: `${VENDOR}unlock+json` }),
      await bench.call("POST", `${own()}/password`, { token, type: `${VENDOR}forceChange` }),
      await bench.call("PUT", `${own()}/password`, {
        token,
        type: `${VENDOR}set+json`,
        body: { value: "x" },
      }),
    ];
    expect(refused.map(({ status }) => status)).to.deep.equal(refused.map(() => 403));
    expect(bench.simulator.verifyPassword(userId, password)).to.equal(true);
  });

  it("answers 415 for a media type of the own password that selects nothing", async () => {
    const reply = await bench.call("PUT", `${own()}/password`, { token, type: "text/plain", body: "{}" });
    expect(reply.status).to.equal(415);
  });

  it("lets a token pass for an hour of simulated time, and not after expireTokens", async () => {
    bench.simulator.advance(3_590_000);
    expect((await bench.call("GET", own(), { token })).status).to.equal(200);
    bench.simulator.advance(10_000);
    expect((await bench.call("GET", own(), { token })).status).to.equal(401);
    const another = await flows.token("alice", password, ALL);
    bench.simulator.expireTokens();
    expect((await bench.call("GET", own(), { token: another })).status).to.equal(401);
  });

  it("answers 401 once the user is deleted", async () => {
    await bench.call("DELETE", own());
    expect((await bench.call("GET", own(), { token })).status).to.equal(401);
  });
});
