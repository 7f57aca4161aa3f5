import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { deleteUser } from "../../provider/operations/delete-user";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

withSimulator("deleteUser", (simulator) => {
  const remove = (user: UserRef) => transportTo(simulator)(deleteUser, user);

  it("sends DELETE without a body or a media type", async () => {
    const user = addUser(simulator);
    await remove(user);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "DELETE",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}`,
      contentTypes: [],
      body: undefined,
    });
  });

  it("deletes the user, and nobody else", async () => {
    const user = addUser(simulator);
    const other = addUser(simulator, { username: "bob" });
    expect(await remove(user)).to.equal(true);
    expect(simulator.readUser(user.userId)).to.equal(undefined);
    expect(simulator.readUser(other.userId)?.username).to.equal("bob");
  });

  it("answers 404 for an unknown user", async () => {
    const error = await refusalOf(PingOneApiError, remove(unknownUser(simulator)));
    expect(error).to.include({ operation: "deleteUser", status: 404, code: "NOT_FOUND" });
  });

  it("is sent again after a failure that leaves it open, and may then find nobody", async () => {
    simulator.failNext("deleteUser", { drop: "after" });
    const error = await refusalOf(PingOneApiError, remove(addUser(simulator)));
    expect(error.status).to.equal(404);
    expect(calls(simulator)).to.deep.equal(["deleteUser", "deleteUser"]);
  });

  for (const body of ["<html>", { status: "OK" }]) {
    it(`does not take ${JSON.stringify(body)} for a deletion`, async () => {
      simulator.failNext("deleteUser", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, remove(addUser(simulator)));
    });
  }
});
