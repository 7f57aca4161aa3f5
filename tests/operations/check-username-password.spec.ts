import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import type { Flow } from "../../provider/operations";
import { checkUsernamePassword } from "../../provider/operations/check-username-password";
import type { SeedUser } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { beginFlow, flowPath, forget, lastFlowRequest, signOn } from "./begin-flow";
import { itIsACallOfASignOn } from "./sign-on-call";

const password = "Secret-Word.42";

withSimulator("checkUsernamePassword", (simulator) => {
  const check = (flow: Flow, text = password, username = "alice") =>
    transportTo(simulator)(checkUsernamePassword, { flow, username, password: text });
  const refusedCheck = async (text = password, username = "alice") =>
    refusalOf(PingOneApiError, check(await beginFlow(simulator), text, username));
  const failureCount = (userId: string) => simulator.readUser(userId)?.password.failureCount;

  it("sends username and password as usernamePassword.check", async () => {
    addUser(simulator, { password });
    const flow = await beginFlow(simulator);
    await check(flow);
    expect(lastFlowRequest(simulator)).to.deep.equal({
      method: "POST",
      path: flowPath(flow),
      contentTypes: ["application/vnd.pingidentity.usernamePassword.check+json"],
      body: { username: "alice", password },
      hasAuthorization: false,
    });
  });

  it("completes the sign-on, says who it is and keeps the cookie", async () => {
    const { userId } = addUser(simulator, { password });
    const flow = await beginFlow(simulator);
    const { id, environmentId, cookie, resumeUrl } = flow;
    const { links, ...completed } = await check(flow);
    expect(completed).to.deep.equal({
      id,
      environmentId,
      cookie,
      resumeUrl,
      status: "COMPLETED",
      userId,
    });
    expect(links).to.have.all.keys("self");
    expect(simulator.readUser(userId)).to.have.property("lastSignOn");
  });

  const steps: readonly (readonly [status: string, user: Partial<SeedUser>, days: number])[] = [
    ["MUST_CHANGE_PASSWORD", { forceChange: true }, 0],
    ["PASSWORD_EXPIRED", {}, 183],
    ["OTP_REQUIRED", { mfaEnabled: true }, 0],
  ];
  for (const [status, user, days] of steps) {
    it(`answers ${status} where that comes before a sign-on, and signs nobody on`, async () => {
      const { userId } = addUser(simulator, { password, ...user });
      simulator.advance(days * 24 * 3600 * 1000);
      expect(await check(await beginFlow(simulator))).to.include({ status, userId });
      expect(simulator.readUser(userId)).not.to.have.property("lastSignOn");
    });
  }

  it("is refused for a wrong password, which counts as a failure", async () => {
    const { userId } = addUser(simulator, { password });
    const error = await refusedCheck("Wrong-Word.1");
    expect(error).to.include({ operation: "checkUsernamePassword", status: 400, code: "INVALID_DATA" });
    expect(error.details).to.deep.equal([
      { code: "INVALID_CREDENTIALS", message: "The provided credentials are invalid" },
    ]);
    expect(error.message).to.contain("which counts as a failed sign-on: correct it before you run again");
    expect(failureCount(userId)).to.equal(1);
  });

  it("can be made again at the same sign-on after a miss", async () => {
    addUser(simulator, { password });
    const flow = await beginFlow(simulator);
    await refusalOf(PingOneApiError, check(flow, "Wrong-Word.1"));
    expect((await check(flow)).status).to.equal("COMPLETED");
  });

  const nobodies: readonly (readonly [who: string, user: SeedUser | undefined])[] = [
    ["a username nobody has", undefined],
    ["a user without a password", { username: "bob" }],
    ["a password that an external gateway holds", { username: "bob", external: true }],
  ];
  for (const [who, user] of nobodies) {
    it(`is refused for ${who} exactly as for a wrong password`, async () => {
      addUser(simulator, { password });
      if (user !== undefined) {
        simulator.createUser(user);
      }
      const wrong = await refusedCheck("Wrong-Word.1");
      const nobody = await refusedCheck("Wrong-Word.1", "bob");
      const { status, code, details } = wrong;
      expect(nobody).to.deep.include({ status, code, details });
      const withoutId = ({ message, id = "" }: PingOneApiError) => message.replace(id, "");
      expect(withoutId(nobody)).to.equal(withoutId(wrong));
    });
  }

  it("is refused while the password is locked out, and says for how long", async () => {
    addUser(simulator, { password, locked: true });
    simulator.advance(600_000);
    const error = await refusedCheck();
    expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
    expect(error.details[0]).to.deep.include({
      code: "PASSWORD_LOCKED_OUT",
      innerError: { secondsUntilUnlock: 300 },
    });
    expect(error.message).to.contain("unlock it with a PasswordUnlock, or wait");
    simulator.advance(300_000);
    expect((await check(await beginFlow(simulator))).status).to.equal("COMPLETED");
  });

  it("locks the password out with the last wrong one that the policy allows", async () => {
    const { userId } = addUser(simulator, { password });
    const flow = await beginFlow(simulator);
    for (const count of [1, 2, 3, 4, 5]) {
      await refusalOf(PingOneApiError, check(flow, `Wrong-Word.${count}`));
    }
    expect(simulator.readUser(userId)?.password.status).to.equal("PASSWORD_LOCKED_OUT");
  });

  for (const [who, user] of [
    ["a disabled user", { enabled: false }],
    ["a locked account", { accountLocked: true }],
  ] as const) {
    it(`tells of ${who} only to whom knows the password`, async () => {
      addUser(simulator, { password, ...user });
      const error = await refusedCheck();
      expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
      expect(error.details[0]?.code).to.equal("ACCOUNT_NOT_USABLE");
      expect(error.message).to.contain("enable or unlock it in PingOne");
      expect((await refusedCheck("Wrong-Word.1")).details[0]?.code).to.equal("INVALID_CREDENTIALS");
    });
  }

  it("is refused at a step that it does not fit", async () => {
    addUser(simulator, { password });
    for (const flow of [await signOn(simulator, password), await forget(simulator)]) {
      const error = await refusalOf(PingOneApiError, check(flow));
      expect(error).to.include({ status: 400, code: "REQUEST_FAILED" });
      expect(error.details[0]).to.include({ code: "CONSTRAINT_VIOLATION", target: "status" });
      expect(error.message).to.contain(flow.status);
    }
  });

  it("sends any characters as they are", async () => {
    const [username, odd] = ['o"ne\\ %22 ü', 'Sécret "Wörd"\\%.42'];
    simulator.createUser({ username, password: odd });
    expect((await check(await beginFlow(simulator), odd, username)).status).to.equal("COMPLETED");
  });

  itIsACallOfASignOn(simulator, {
    name: "checkUsernamePassword",
    prepare: () => {
      addUser(simulator, { password });
      return beginFlow(simulator);
    },
    call: check,
    isRepeatable: false,
    secrets: [password],
  });
});
