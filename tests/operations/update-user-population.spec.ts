import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { updateUserPopulation } from "../../provider/operations/update-user-population";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, lastRequest, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "./unknown-user";

const NOBODYS = "00000000-0000-4000-8000-000000000000";

withSimulator("updateUserPopulation", (simulator) => {
  const update = (user: UserRef, populationId = simulator.createPopulation({ name: "Staff" })) =>
    transportTo(simulator)(updateUserPopulation, { ...user, populationId });

  it("sends the population's id as JSON", async () => {
    const user = addUser(simulator);
    const populationId = simulator.createPopulation({ name: "Staff" });
    await update(user, populationId);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "PUT",
      path: `/v1/environments/${user.environmentId}/users/${user.userId}/population`,
      contentTypes: ["application/json"],
      body: { id: populationId },
    });
    expect(simulator.readUser(user.userId)?.populationId).to.equal(populationId);
  });

  it("is refused for a population nobody knows", async () => {
    const error = await refusalOf(PingOneApiError, update(addUser(simulator), NOBODYS));
    expect(error).to.include({ operation: "updateUserPopulation", status: 400 });
  });

  it("answers 404 for an unknown user", async () => {
    expect(await refusalOf(PingOneApiError, update(unknownUser(simulator)))).to.include({ status: 404 });
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("updateUserPopulation", { drop: "after" });
    await update(addUser(simulator));
    expect(calls(simulator)).to.deep.equal(["updateUserPopulation", "updateUserPopulation"]);
  });

  for (const body of ["<html>", "", {}, { id: NOBODYS }]) {
    it(`does not take ${JSON.stringify(body)} for the move`, async () => {
      simulator.failNext("updateUserPopulation", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, update(addUser(simulator)));
    });
  }
});
