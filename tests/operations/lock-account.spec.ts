import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { lockAccount } from "../../provider/operations/lock-account";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

const password = "Secret-Word.42";

withSimulator("lockAccount", (simulator) => {
  const lock = (user: UserRef) => transportTo(simulator)(lockAccount, user);

  it("sends account.lock without a body", async () => {
    const user = addUser(simulator);
    await lock(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "POST",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}`,
      contentTypes: ["application/vnd.pingidentity.account.lock+json"],
      body: undefined,
    });
  });

  it("locks the account, answers the user and leaves the password", async () => {
    const user = addUser(simulator, { password });
    const { id, account } = await lock(user);
    const stored = simulator.readUser(user.userId);
    expect(id).to.equal(user.userId);
    expect(account).to.deep.equal({
      status: "LOCKED",
      canAuthenticate: false,
      lockedAt: stored?.account.lockedAt,
    });
    expect(stored?.account.status).to.equal("LOCKED");
    expect(stored?.password.status).to.equal("OK");
    expect(simulator.verifyPassword(user.userId, password)).to.equal(true);
  });

  it("keeps the time of a lock that is there", async () => {
    const user = addUser(simulator);
    const { lockedAt } = (await lock(user)).account;
    expect(lockedAt).to.be.a("string");
    simulator.advance(60_000);
    expect((await lock(user)).account.lockedAt).to.equal(lockedAt);
  });

  it("locks beside a password lockout, and outlasts it", async () => {
    const user = addUser(simulator, { password, locked: true });
    await lock(user);
    simulator.advance(900_000);
    expect(simulator.readUser(user.userId)?.password.status).to.equal("OK");
    expect(simulator.readUser(user.userId)?.account.status).to.equal("LOCKED");
  });

  it("locks a disabled user and one whose password an external gateway holds", async () => {
    const disabled = addUser(simulator, { username: "bob", enabled: false });
    const external = addUser(simulator, { username: "carol", external: true });
    expect((await lock(disabled)).account.status).to.equal("LOCKED");
    expect((await lock(external)).account.status).to.equal("LOCKED");
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, lock(unknownUser(simulator)))).to.include({
      operation: "lockAccount",
      status: 404,
    });
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("lockAccount", { drop: "after" });
    expect((await lock(addUser(simulator))).account.status).to.equal("LOCKED");
    expect(calls(simulator)).to.deep.equal(["lockAccount", "lockAccount"]);
  });

  for (const body of ["<html>", "", { status: "OK" }]) {
    it(`does not take ${JSON.stringify(body)} for a user`, async () => {
      simulator.failNext("lockAccount", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, lock(addUser(simulator)));
    });
  }
});
