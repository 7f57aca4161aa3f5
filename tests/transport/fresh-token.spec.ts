import { expect } from "chai";
import { PingOneAuthError } from "../../provider/errors";
import { readPasswordState } from "../../provider/operations/read-password-state";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";

const REFUSED = { status: 401, body: { code: "ACCESS_FAILED", message: "no", id: "x" } };

withSimulator("a token that is refused", (simulator) => {
  const reads = (count: number) => Array.from({ length: count }, () => "readPasswordState");

  it("is refused for good after a new one, where none was ever taken", async () => {
    const user = addUser(simulator);
    simulator.failNext("readPasswordState", REFUSED, 2);
    await refusalOf(PingOneAuthError, transportTo(simulator)(readPasswordState, user));
    expect(calls(simulator)).to.deep.equal(reads(2));
  });

  it("is made anew three times for one call, where one was taken before", async () => {
    const user = addUser(simulator);
    const send = transportTo(simulator);
    await send(readPasswordState, user);
    simulator.ledger.clear();
    simulator.failNext("readPasswordState", REFUSED, 3);
    expect((await send(readPasswordState, user)).status).to.equal("NO_PASSWORD");
    expect(calls(simulator)).to.deep.equal(reads(4));

    simulator.ledger.clear();
    simulator.failNext("readPasswordState", REFUSED, 4);
    await refusalOf(PingOneAuthError, send(readPasswordState, user));
    expect(calls(simulator)).to.deep.equal(reads(4));
  });
});
