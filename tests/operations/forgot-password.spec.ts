import { expect } from "chai";
import { PingOneApiError, PingOneNetworkError } from "../../provider/errors";
import type { Flow } from "../../provider/operations";
import { forgotPassword } from "../../provider/operations/forgot-password";
import type { SeedUser } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { beginFlow, flowPath, lastFlowRequest, signOn } from "./begin-flow";
import { itIsACallOfASignOn } from "./sign-on-call";

const password = "Secret-Word.42";
const alice = { email: "alice@example.com", password };

withSimulator("forgotPassword", (simulator) => {
  const forgot = (flow: Flow, username = "alice") =>
    transportTo(simulator)(forgotPassword, { flow, username });

  it("sends the username as password.forgot", async () => {
    addUser(simulator, alice);
    const flow = await beginFlow(simulator);
    await forgot(flow);
    expect(lastFlowRequest(simulator)).to.deep.equal({
      method: "POST",
      path: flowPath(flow),
      contentTypes: ["application/vnd.pingidentity.password.forgot+json"],
      body: { username: "alice" },
      hasAuthorization: false,
    });
  });

  it("has a code mailed and waits for it; the password stays", async () => {
    const { userId } = addUser(simulator, alice);
    const flow = await forgot(await beginFlow(simulator));
    expect(flow.status).to.equal("RECOVERY_CODE_REQUIRED");
    expect(flow.links).to.include.keys("password.recover", "password.sendRecoveryCode");
    expect(flow).not.to.have.property("userId");
    expect(simulator.mail.list().map((mail) => [mail.userId, mail.to, mail.type])).to.deep.equal([
      [userId, "alice@example.com", "recoveryCode"],
    ]);
    expect(simulator.verifyPassword(userId, password)).to.equal(true);
  });

  const nobodies: readonly (readonly [who: string, user: Partial<SeedUser> | undefined])[] = [
    ["a username nobody has", undefined],
    ["a disabled user", { ...alice, enabled: false }],
    ["a user without a password", { email: alice.email }],
    ["a user without an address", { password }],
    ["a password that is locked out", { ...alice, locked: true }],
    ["a password that an external gateway holds", { email: alice.email, external: true }],
  ];
  for (const [who, user] of nobodies) {
    it(`answers for ${who} as for any, and no mail goes out`, async () => {
      addUser(simulator, { ...alice, username: "known" });
      const answerFor = async (username: string) => {
        const flow = await forgot(await beginFlow(simulator), username);
        const actions = Object.keys(flow.links);
        return { actions, fields: Object.keys(flow), status: flow.status };
      };
      const known = await answerFor("known");
      simulator.mail.clear();
      if (user !== undefined) {
        addUser(simulator, user);
      }
      expect(await answerFor("alice")).to.deep.equal(known);
      expect(simulator.mail.list()).to.deep.equal([]);
    });
  }

  it("is refused at a step that it does not fit", async () => {
    addUser(simulator, { ...alice, forceChange: true });
    const error = await refusalOf(PingOneApiError, forgot(await signOn(simulator, password)));
    expect(error).to.include({ operation: "forgotPassword", status: 400, code: "REQUEST_FAILED" });
    expect(error.details[0]).to.include({ code: "CONSTRAINT_VIOLATION", target: "status" });
    expect(simulator.mail.list()).to.deep.equal([]);
  });

  it("sends one mail, also when its answer gets lost", async () => {
    const { userId } = addUser(simulator, alice);
    const flow = await beginFlow(simulator);
    simulator.failNext("forgotPassword", { drop: "after" });
    await refusalOf(PingOneNetworkError, forgot(flow));
    expect(simulator.mail.list(userId)).to.have.length(1);
  });

  itIsACallOfASignOn(simulator, {
    name: "forgotPassword",
    prepare: () => {
      addUser(simulator, alice);
      return beginFlow(simulator);
    },
    call: forgot,
    isRepeatable: false,
    secrets: [],
  });
});
