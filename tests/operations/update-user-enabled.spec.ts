import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { updateUserEnabled } from "../../provider/operations/update-user-enabled";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

withSimulator("updateUserEnabled", (simulator) => {
  const update = (user: UserRef, enabled: boolean) =>
    transportTo(simulator)(updateUserEnabled, { ...user, enabled });

  it("sends enabled as JSON", async () => {
    const user = addUser(simulator);
    await update(user, false);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "PUT",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/enabled`,
      contentTypes: ["application/json"],
      body: { enabled: false },
    });
  });

  it("disables and enables a user", async () => {
    const user = addUser(simulator);
    await update(user, false);
    expect(simulator.readUser(user.userId)?.enabled).to.equal(false);
    await update(user, true);
    expect(simulator.readUser(user.userId)?.enabled).to.equal(true);
  });

  it("answers 404 for an unknown user", async () => {
    const error = await refusalOf(PingOneApiError, update(unknownUser(simulator), true));
    expect(error).to.include({ operation: "updateUserEnabled", status: 404 });
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("updateUserEnabled", { drop: "after" });
    await update(addUser(simulator), false);
    expect(calls(simulator)).to.deep.equal(["updateUserEnabled", "updateUserEnabled"]);
  });

  for (const body of ["<html>", "", {}, { enabled: true }]) {
    it(`does not take ${JSON.stringify(body)} for a user who is disabled`, async () => {
      simulator.failNext("updateUserEnabled", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, update(addUser(simulator), false));
    });
  }
});
