import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserChanges, UserRef } from "../../provider/operations";
import { createUser } from "../../provider/operations/create-user";
import { updateUser } from "../../provider/operations/update-user";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

withSimulator("updateUser", (simulator) => {
  const update = (user: UserRef, changes: UserChanges) =>
    transportTo(simulator)(updateUser, { ...user, ...changes });

  async function addAlice(): Promise<UserRef> {
    const { environmentId } = simulator;
    const name = { given: "Alice", family: "Archer" };
    const user = { environmentId, username: "alice", email: "alice@example.com", name };
    const { id } = await transportTo(simulator)(createUser, user);
    simulator.ledger.clear();
    return { environmentId, userId: id };
  }

  it("sends only what is given, as JSON", async () => {
    const user = await addAlice();
    await update(user, { name: { family: "Baker" } });
    expect(lastRequest(simulator)).to.deep.equal({
      method: "PATCH",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}`,
      contentTypes: ["application/json"],
      body: { name: { family: "Baker" } },
    });
  });

  it("changes what is given, keeps the rest and answers the user", async () => {
    const user = await addAlice();
    expect(await update(user, { name: { family: "Baker" }, externalId: "x" })).to.deep.include({
      id: user.userId,
      username: "alice",
      email: "alice@example.com",
      name: { given: "Alice", family: "Baker" },
      externalId: "x",
    });
    expect(await update(user, { username: "alina", email: "alina@example.com" })).to.include({
      username: "alina",
      email: "alina@example.com",
    });
  });

  it("takes away what is null", async () => {
    const user = await addAlice();
    const changed = await update(user, { email: null, name: { given: null } });
    expect(changed).not.to.have.property("email");
    expect(changed.name).to.deep.equal({ family: "Archer" });
  });

  it("is refused for a username that is taken", async () => {
    addUser(simulator, { username: "bob" });
    const error = await refusalOf(PingOneApiError, update(await addAlice(), { username: "Bob" }));
    expect(error.details[0]).to.include({ code: "UNIQUENESS_VIOLATION", target: "username" });
  });

  it("answers 404 for an unknown user", async () => {
    const unknown = update(unknownUser(simulator), { username: "alice" });
    expect(await refusalOf(PingOneApiError, unknown)).to.include({ operation: "updateUser", status: 404 });
  });

  it("is sent again after a failure that leaves it open", async () => {
    const user = await addAlice();
    simulator.failNext("updateUser", { drop: "after" });
    expect((await update(user, { username: "alina" })).username).to.equal("alina");
    expect(calls(simulator)).to.deep.equal(["updateUser", "updateUser"]);
  });

  for (const body of ["<html>", "", { username: "alice" }]) {
    it(`does not take ${JSON.stringify(body)} for a user`, async () => {
      const user = await addAlice();
      simulator.failNext("updateUser", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, update(user, { username: "alina" }));
    });
  }
});
