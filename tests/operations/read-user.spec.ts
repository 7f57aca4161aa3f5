import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { readUser } from "../../provider/operations/read-user";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

withSimulator("readUser", (simulator) => {
  const read = (user: UserRef) => transportTo(simulator)(readUser, user);

  it("asks with GET and no media type", async () => {
    const user = addUser(simulator);
    await read(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "GET",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}`,
      contentTypes: [],
      body: undefined,
    });
  });

  it("answers that nothing keeps the user out", async () => {
    const user = addUser(simulator);
    const { createdAt, updatedAt, ...found } = await read(user);
    expect([createdAt, updatedAt].map((at) => Number.isNaN(Date.parse(at ?? "")))).to.deep.equal([
      false,
      false,
    ]);
    expect(found).to.deep.equal({
      id: user.userId,
      username: "alice",
      populationId: simulator.readUser(user.userId)?.populationId,
      enabled: true,
      account: { status: "OK", canAuthenticate: true },
    });
  });

  it("answers username, address and population as they are", async () => {
    const username = 'o"ne \\ %22 ü';
    const population = simulator.createPopulation({ name: "Staff" });
    const user = addUser(simulator, { username, email: "one@example.com", population });
    expect(await read(user)).to.include({
      id: user.userId,
      username,
      email: "one@example.com",
      populationId: population,
    });
  });

  it("answers that a user is disabled", async () => {
    expect(await read(addUser(simulator, { enabled: false }))).to.deep.include({
      enabled: false,
      account: { status: "OK", canAuthenticate: false },
    });
  });

  it("answers that an account is locked", async () => {
    const user = addUser(simulator, { accountLocked: true });
    const { lockedAt } = simulator.readUser(user.userId)?.account ?? {};
    expect(lockedAt).to.be.a("string");
    expect((await read(user)).account).to.deep.equal({
      status: "LOCKED",
      canAuthenticate: false,
      lockedAt,
    });
  });

  it("answers a password lockout as a lock without a time", async () => {
    const user = addUser(simulator, { password: "Secret-Word.42", locked: true });
    expect((await read(user)).account).to.deep.equal({ status: "LOCKED", canAuthenticate: false });
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, read(unknownUser(simulator)))).to.include({ status: 404 });
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("readUser", { status: 502, body: "<html>" });
    await read(addUser(simulator));
    expect(calls(simulator)).to.deep.equal(["readUser", "readUser"]);
  });

  it("does not take an answer that is no user", async () => {
    simulator.failNext("readUser", { status: 200, body: { username: "alice" } }, 5);
    await refusalOf(PingOneResponseError, read(addUser(simulator)));
  });

  it("takes a user without account and enabled for one who can sign on", async () => {
    const user = addUser(simulator);
    simulator.failNext("readUser", { status: 200, body: { id: user.userId } });
    expect(await read(user)).to.deep.equal({
      id: user.userId,
      enabled: true,
      account: { status: "OK", canAuthenticate: true },
    });
  });
});
