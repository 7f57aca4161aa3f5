import { expect } from "chai";
import { PingOneApiError, PingOneNetworkError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { readUser } from "../../provider/operations/read-user";
import { setPassword } from "../../provider/operations/set-password";
import type { Fault } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { quickRetry, transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { expectNoSecrets } from "./expect-no-secrets";

const value = "New-Secret.43";

withSimulator("createTransport under failures", (simulator) => {
  const read = (user: UserRef) => transportTo(simulator)(readUser, user);
  const set = (user: UserRef) => transportTo(simulator)(setPassword, { ...user, value, forceChange: false });

  const bodies: readonly (readonly [what: string, body: object | string | undefined])[] = [
    ["PingOne's JSON", { code: "UNEXPECTED_ERROR", message: "An unexpected error occurred" }],
    ["a gateway's page", "<html><body>Bad gateway</body></html>"],
    ["no body", ""],
  ];
  for (const status of [500, 502, 503]) {
    for (const [what, body = ""] of bodies) {
      const fault: Fault = { status, body };

      it(`repeats a read after ${status} with ${what}`, async () => {
        simulator.failNext("readUser", fault, 2);
        expect(await read(addUser(simulator))).to.include({ enabled: true });
        expect(calls(simulator)).to.deep.equal(["readUser", "readUser", "readUser"]);
      });

      // Only its own 503 comes before anything is done; what sets passwords looks before it repeats another one.
      const isRepeated = status === 503 && typeof body === "object";
      it(`${isRepeated ? "repeats" : "does not repeat"} a set after ${status} with ${what}`, async () => {
        simulator.failNext("setPassword", fault);
        const user = addUser(simulator);
        const attempt = set(user);
        if (isRepeated) {
          expect((await attempt).status).to.equal("OK");
          expect(calls(simulator)).to.have.length(2);
        } else {
          const error = await refusalOf(PingOneApiError, attempt);
          expect(error.status).to.equal(status);
          expect(error.message).to.contain("status.pingidentity.com");
          expectNoSecrets(error, [value, simulator.worker.clientSecret]);
          expect(calls(simulator)).to.have.length(1);
        }
      });
    }
  }

  it("repeats a read after 408, and no set", async () => {
    simulator.failNext("readUser", { status: 408, body: "" });
    expect(await read(addUser(simulator))).to.include({ enabled: true });
    simulator.failNext("setPassword", { status: 408, body: "" });
    const error = await refusalOf(PingOneApiError, set(addUser(simulator, { username: "bob" })));
    expect(error.message).to.contain("status.pingidentity.com");
    expect(calls(simulator)).to.deep.equal(["readUser", "readUser", "setPassword"]);
  });

  it("gives up at once when PingOne asks in its body to wait for longer than is allowed", async () => {
    const details = [{ code: "REQUEST_LIMITED", message: "", innerError: { retryAfter: 3600 } }];
    simulator.failNext("readUser", { status: 429, body: { code: "REQUEST_LIMITED", message: "", details } });
    const error = await refusalOf(PingOneApiError, read(addUser(simulator)));
    expect(error).to.include({ status: 429, retryAfter: 3600 });
    expect(calls(simulator)).to.have.length(1);
  });

  it("gives up after five attempts with the last refusal", async () => {
    simulator.failNext("readUser", { status: 500 }, 10);
    const error = await refusalOf(PingOneApiError, read(addUser(simulator)));
    expect(error).to.include({ status: 500, code: "UNEXPECTED_ERROR" });
    expect(calls(simulator)).to.have.length(5);
  });

  it("repeats nothing that is refused for what it is", async () => {
    const error = await refusalOf(PingOneApiError, read({ ...addUser(simulator), userId: "unknown" }));
    expect(error.status).to.equal(404);
    expect(calls(simulator)).to.have.length(1);
  });

  const waits: readonly (readonly [what: string, header: string | undefined])[] = [
    ["seconds", "0"],
    ["a date", "Sat, 21 Nov 2020 09:00:00 GMT"],
    ["nonsense", "soon"],
    ["nothing", undefined],
  ];
  for (const [what, header] of waits) {
    it(`repeats even a set after 429 with ${what} as Retry-After`, async () => {
      const headers = header === undefined ? {} : { "retry-after": header };
      simulator.failNext("setPassword", { status: 429, headers }, 2);
      expect((await set(addUser(simulator))).status).to.equal("OK");
      expect(calls(simulator)).to.have.length(3);
    });
  }

  it("gives up at once when PingOne asks to wait for longer than is allowed", async () => {
    simulator.failNext("readUser", { status: 429, headers: { "retry-after": "3600" } });
    const error = await refusalOf(PingOneApiError, read(addUser(simulator)));
    expect(error).to.include({ status: 429, retryAfter: 3600 });
    expect(error.message).to.contain("it asks to wait 3600 s").and.to.contain("pingone:requestsPerSecond");
    expect(calls(simulator)).to.have.length(1);
  });

  it("does not count refusals for the rate among the repeats", async () => {
    const user = addUser(simulator);
    const send = transportTo(simulator);
    for (let count = 1; count <= 4; count += 1) {
      simulator.failNext("readUser", { status: 429, headers: { "retry-after": "0" } }, 3);
      simulator.failNext("readUser", { status: 500 });
    }
    expect(await send(readUser, user)).to.include({ enabled: true });
    expect(calls(simulator)).to.have.length(4 * 4 + 1);
  });

  it("counts a quota that is used up among the repeats", async () => {
    const details = [{ code: "QUOTA_EXCEEDED", message: "" }];
    simulator.failNext(
      "readUser",
      { status: 429, body: { code: "REQUEST_LIMITED", message: "", details } },
      10,
    );
    const error = await refusalOf(PingOneApiError, read(addUser(simulator)));
    expect(error.message).to.contain("PingOne's quota is used up");
    expect(calls(simulator)).to.have.length(5);
  });

  it("lets others pass while a call waits to be repeated", async () => {
    const [first, second] = [addUser(simulator), addUser(simulator, { username: "bob" })];
    const retry = { ...quickRetry, baseDelay: 300, maxDelay: 300 };
    const send = transportTo(simulator, { maxConcurrency: 1, retry });
    simulator.failNext("readUser", { status: 503 });
    await Promise.all([send(readUser, first), send(readUser, second)]);
    const asked = simulator.ledger.entries
      .filter(({ operation }) => operation === "readUser")
      .map(({ path }) => path.split("/").at(-1));
    expect(asked).to.deep.equal([first.userId, second.userId, first.userId]);
  });

  it("gets every call through a tenant's rate limit", async () => {
    const user = addUser(simulator);
    simulator.setRateLimit(30);
    const send = transportTo(simulator, { retry: { ...quickRetry, maxRetryAfter: 10_000 } });
    const users = await Promise.all(Array.from({ length: 45 }, () => send(readUser, user)));
    simulator.setRateLimit(undefined);
    expect(users).to.have.length(45);
    const refused = simulator.ledger.entries.filter(({ status }) => status === 429);
    expect(refused.length, "refused of what was on its way together").to.be.within(1, 32);
  });

  it("gets every call through a storm of 429, with one token", async () => {
    const user = addUser(simulator);
    const storm = 60;
    simulator.failNext("*", { status: 429, headers: { "retry-after": "0" } }, storm);
    const send = transportTo(simulator);
    const users = await Promise.all(Array.from({ length: 50 }, () => send(readUser, user)));
    expect(users).to.have.length(50);
    expect(simulator.ledger.entries.filter(({ status }) => status === 429)).to.have.length(storm);
    const tokens = simulator.ledger.entries.filter(
      ({ operation, status }) => operation === "issueToken" && status === 200,
    );
    expect(tokens).to.have.length(1);
  });

  for (const drop of ["before", "after"] as const) {
    it(`repeats a read whose connection is dropped ${drop} it is done`, async () => {
      simulator.failNext("readUser", { drop });
      expect(await read(addUser(simulator))).to.include({ enabled: true });
      expect(calls(simulator)).to.have.length(2);
    });

    it(`does not repeat a set whose connection is dropped ${drop} the change, and says that it is open`, async () => {
      simulator.failNext("setPassword", { drop });
      const user = addUser(simulator);
      const error = await refusalOf(PingOneNetworkError, set(user));
      expect(error.unclear).to.equal(true);
      expect(error.message).to.contain("the connection broke (ECONNRESET)");
      expectNoSecrets(error, [value, simulator.worker.clientSecret]);
      expect(calls(simulator)).to.deep.equal(["setPassword"]);
      expect(simulator.readUser(user.userId)?.password.status).to.equal(
        drop === "after" ? "OK" : "NO_PASSWORD",
      );
    });
  }
});
