import { expect } from "chai";
import * as pulumi from "@pulumi/pulumi";
import { PingOneApiError, PingOneConfigError, PingOneError } from "../../provider/errors";
import { getUser, type GetUserArgs, getUserOutput } from "../../provider/functions/get-user";
import { refusalOf } from "../errors/refusal-of";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "../operations/unknown-user";
import { settingsOf, valueOf, withoutMocks } from "./without-engine";

withSimulator("getUser", (simulator) => {
  beforeEach(withoutMocks);
  const connection = () => settingsOf(simulator);

  it("answers the user of an id", async () => {
    const user = addUser(simulator, { email: "alice@example.com" });
    const { createdAt, updatedAt, ...found } = await getUser({ ...user, connection: connection() });
    expect([createdAt, updatedAt].join()).to.match(/^\d{4}-.*Z,\d{4}-.*Z$/);
    expect(found).to.deep.equal({
      ...user,
      username: "alice",
      email: "alice@example.com",
      populationId: simulator.readUser(user.userId)?.populationId,
      enabled: true,
      account: { status: "OK", canAuthenticate: true },
    });
    expect(calls(simulator)).to.deep.equal(["readUser"]);
  });

  it("answers the user of a username, and nobody else", async () => {
    const bob = addUser(simulator, { username: 'bob "the \\builder"' });
    addUser(simulator, { username: "bob" });
    const { environmentId } = bob;
    const found = await getUser({ environmentId, username: 'bob "the \\builder"', connection: connection() });
    expect(found.userId).to.equal(bob.userId);
    expect(calls(simulator)).to.deep.equal(["listUsers"]);
  });

  it("fails for a username that nobody has, and says which", async () => {
    const { environmentId } = simulator;
    const call = getUser({ environmentId, username: 'x" or username sw "', connection: connection() });
    expect((await refusalOf(PingOneError, call)).message)
      .to.contain("has no user")
      .and.to.contain(environmentId);
  });

  it("fails for an id that nobody has", async () => {
    const call = getUser({ ...unknownUser(simulator), connection: connection() });
    expect(await refusalOf(PingOneApiError, call)).to.include({ status: 404 });
  });

  it("asks for exactly one of userId and username, before any call", async () => {
    const user = addUser(simulator);
    for (const args of [{ environmentId: user.environmentId }, { ...user, username: "alice" }]) {
      // No program that compiles says this; one in JavaScript may.
      const given = { ...args, connection: connection() } as unknown as GetUserArgs;
      const error = await refusalOf(PingOneConfigError, getUser(given));
      expect(error.message).to.contain("exactly one of userId and username");
    }
    const wrong = getUser({ environmentId: "e", userId: "u", connection: connection() });
    expect((await refusalOf(PingOneConfigError, wrong)).message).to.contain("getUser: environmentId");
    expect(simulator.ledger.entries).to.have.length(0);
  });

  it("waits for outputs", async () => {
    const { environmentId, userId } = addUser(simulator);
    const found = getUserOutput({ environmentId, userId: pulumi.output(userId), connection: connection() });
    expect((await valueOf(found)).username).to.equal("alice");
  });
});
