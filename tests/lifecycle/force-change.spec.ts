import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import { forceChange, forceChangeAlone } from "../../provider/lifecycle/force-change";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { breakAfter } from "./user-password/break-after";

const password = "Secret-Word.42";
const refused = { status: 400, body: { code: "REQUEST_FAILED", message: "no" } };

withSimulator("forceChangeAlone", (simulator) => {
  const send = () => transportTo(simulator);

  it("answers the state with one call", async () => {
    const state = await forceChangeAlone(send(), addUser(simulator, { password }));
    expect(state.status).to.equal("MUST_CHANGE_PASSWORD");
    expect(calls(simulator)).to.deep.equal(["forcePasswordChange"]);
  });

  const special: readonly (readonly [what: string, user: object, said: string])[] = [
    ["a password behind an external gateway", { external: true }, "held by an external gateway"],
    ["a disabled user", { password, enabled: false }, "The user is disabled"],
    ["a locked account", { password, accountLocked: true }, "The account is locked"],
  ];
  for (const [what, attributes, said] of special) {
    it(`names ${what} when PingOne refuses`, async () => {
      simulator.failNext("forcePasswordChange", refused);
      const user = addUser(simulator, attributes);
      const error = await refusalOf(PingOneApiError, forceChangeAlone(send(), user));
      expect(error).to.include({ operation: "forcePasswordChange", status: 400 });
      expect(error.message).to.contain(said);
    });
  }

  it("looks at the state when the answer cannot be read", async () => {
    const broken = breakAfter(send(), { forcePasswordChange: new PingOneResponseError("odd", false) });
    const state = await forceChangeAlone(broken, addUser(simulator, { password }));
    expect(state.status).to.equal("MUST_CHANGE_PASSWORD");
    expect(calls(simulator)).to.deep.equal(["forcePasswordChange", "readPasswordState"]);
  });

  it("does not take an answer for PingOne's when the state is as it was", async () => {
    simulator.failNext("forcePasswordChange", { status: 200, body: "<html>Sign on</html>" }, 5);
    const call = forceChangeAlone(send(), addUser(simulator, { password }));
    expect((await refusalOf(PingOneResponseError, call)).message).to.contain("not what PingOne answers");
  });
});

withSimulator("forceChange", (simulator) => {
  it("tells a refusal, explained, beside what held before", async () => {
    simulator.failNext("forcePasswordChange", refused);
    const user = addUser(simulator, { password, enabled: false });
    const before = { status: "OK", lastChangedAt: "2026-11-21T09:00:00.000Z" };
    const { failure, ...applied } = await forceChange(transportTo(simulator), user, before);
    expect(applied).to.deep.equal({ state: before, forceChange: false });
    expect(failure?.message).to.contain("The user is disabled");
  });
});
