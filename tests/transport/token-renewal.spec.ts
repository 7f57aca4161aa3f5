import { expect } from "chai";
import type { Connection } from "../../provider/config";
import { PingOneAuthError } from "../../provider/errors";
import { readUser } from "../../provider/operations/read-user";
import { createTransport } from "../../provider/transport/transport";
import type { Exchange } from "../../provider/transport/exchange";
import { createTokenSource } from "../../provider/transport/token";
import { refusalOf } from "../errors/refusal-of";
import { connectionTo, quickRetry, transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { ACCESS_TOKEN, sendRead, sendSet } from "./fixed-token";
import { expectNoSecrets } from "./expect-no-secrets";

withSimulator("token renewal", (simulator) => {
  const tokens = () =>
    simulator.ledger.entries
      .filter(({ operation }) => operation === "issueToken")
      .map(({ status }) => status);

  it("is one minute early", async () => {
    let now = 0;
    const send = transportTo(simulator, { now: () => now });
    const user = addUser(simulator);
    await send(readUser, user);
    now = 3_539_999;
    await send(readUser, user);
    expect(tokens()).to.have.length(1);
    now = 3_540_000;
    await send(readUser, user);
    expect(tokens()).to.have.length(2);
  });

  it("happens once for all calls that find the token expired", async () => {
    const user = addUser(simulator);
    const send = transportTo(simulator);
    await send(readUser, user);
    simulator.advance(3600 * 1000);
    simulator.ledger.clear();
    const users = await Promise.all(Array.from({ length: 20 }, () => send(readUser, user)));
    expect(users).to.have.length(20);
    expect(tokens()).to.deep.equal([200]);
  });

  it("lets a set through that met a revoked token", async () => {
    const user = addUser(simulator);
    const send = transportTo(simulator);
    await send(readUser, user);
    simulator.expireTokens();
    simulator.ledger.clear();
    await sendSet(send).catch(() => undefined);
    const statuses = simulator.ledger.entries.map(
      ({ operation, status }) => `${operation ?? ""} ${status ?? ""}`,
    );
    expect(statuses).to.deep.equal(["setPassword 401", "issueToken 200", "setPassword 404"]);
  });

  it("is tried once; then the refusal stands", async () => {
    simulator.failNext("readUser", { status: 401, body: { code: "ACCESS_FAILED" } }, 10);
    const error = await refusalOf(PingOneAuthError, transportTo(simulator)(readUser, addUser(simulator)));
    expect(error).to.include({ status: 401, code: "ACCESS_FAILED" });
    expect(tokens()).to.deep.equal([200, 200]);
    expect(calls(simulator)).to.deep.equal(["readUser", "readUser"]);
    expectNoSecrets(error, [simulator.worker.clientSecret]);
  });

  it("cannot help a token that was given", async () => {
    const connection: Connection = {
      ...connectionTo(simulator),
      credentials: { kind: "token", accessToken: ACCESS_TOKEN },
    };
    const error = await refusalOf(
      PingOneAuthError,
      sendRead(createTransport(connection, { retry: quickRetry })),
    );
    expect(error.message).to.contain("a token given as such may have expired");
    expect(tokens()).to.deep.equal([]);
    expect(calls(simulator)).to.deep.equal(["readUser"]);
    expectNoSecrets(error, [ACCESS_TOKEN]);
  });
});

describe("createTokenSource", () => {
  const connection: Connection = {
    source: "the test",
    apiUrl: "https://api.pingone.eu",
    authUrl: "https://auth.pingone.eu",
    credentials: { kind: "client", environmentId: "e", clientId: "c", clientSecret: "s" },
  };

  /** A token endpoint that numbers its tokens, and its clock. */
  function createEndpoint(lifetime: unknown) {
    const endpoint = { asked: 0, now: 0 };
    const exchange: Exchange = () => {
      endpoint.asked += 1;
      const text = JSON.stringify({ access_token: `token ${endpoint.asked}`, expires_in: lifetime });
      return Promise.resolve({ status: 200, text, header: () => null, cookies: [] });
    };
    const source = createTokenSource(
      connection,
      exchange,
      (call) => call(),
      () => endpoint.now,
    );
    return { endpoint, source };
  }

  it("renews a short-lived token at nine tenths of its life", async () => {
    const { endpoint, source } = createEndpoint(100);
    expect(await source.get()).to.equal("token 1");
    endpoint.now = 89_999;
    expect(await source.get()).to.equal("token 1");
    endpoint.now = 90_000;
    expect(await source.get()).to.equal("token 2");
  });

  it("takes an hour for the life of a token that does not say", async () => {
    const { endpoint, source } = createEndpoint("soon");
    await source.get();
    endpoint.now = 3_539_999;
    expect(await source.get()).to.equal("token 1");
    endpoint.now = 3_540_000;
    expect(await source.get()).to.equal("token 2");
  });

  it("forgets the token that was refused, and only that one", async () => {
    const { source } = createEndpoint(3600);
    const first = await source.get();
    expect(source.discard(first)).to.equal(true);
    expect(await source.get()).to.equal("token 2");
    source.discard(first);
    expect(await source.get()).to.equal("token 2");
  });

  it("says that there is no other token than the given one", async () => {
    const given: Connection = { ...connection, credentials: { kind: "token", accessToken: "given" } };
    const source = createTokenSource(
      given,
      () => Promise.reject(new Error("asked")),
      (call) => call(),
      () => 0,
    );
    expect(source.discard(await source.get())).to.equal(false);
    expect(await source.get()).to.equal("given");
  });
});
