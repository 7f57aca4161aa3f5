import { expect } from "chai";
import { findUser, operations } from "../../provider/operations";
import { transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";

withSimulator("findUser", (simulator) => {
  const find = (username: string) => findUser(transportTo(simulator), simulator.environmentId, username);

  it("finds the user of a username, in whatever case, with one call", async () => {
    const user = addUser(simulator);
    addUser(simulator, { username: "alice2" });
    const found = await find("ALICE");
    expect(calls(simulator)).to.deep.equal(["listUsers"]);
    expect(found).to.deep.equal(await transportTo(simulator)(operations.readUser, user));
  });

  it("answers nothing for a username nobody has", async () => {
    addUser(simulator, { username: "alice2" });
    expect(await find("alice")).to.equal(undefined);
  });
});
