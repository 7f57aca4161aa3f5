import { expect } from "chai";
import { oneAtATime } from "../../provider/lifecycle/one-at-a-time";
import { passwordCheck } from "../../provider/lifecycle/password-check";
import { checkPassword } from "../../provider/operations/check-password";
import { passwordReset } from "../../provider/lifecycle/password-reset";
import type { Send } from "../../provider/transport";
import { createSession, recordReport } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";

const alice = { environmentId: "e", userId: "alice" };
const nothing: Send = () => Promise.reject(new Error("no call is made here"));

describe("oneAtATime", () => {
  it("lets one user's attempts wait for each other, also after one that failed", async () => {
    const steps: string[] = [];
    const attempt = (name: string) => async () => {
      steps.push(`${name} begins`);
      await Promise.resolve();
      steps.push(`${name} ends`);
      if (name === "first") {
        throw new Error("no");
      }
    };
    const first = oneAtATime(nothing, alice, attempt("first"));
    const second = oneAtATime(nothing, alice, attempt("second"));
    await Promise.allSettled([first, second]);
    expect(steps).to.deep.equal(["first begins", "first ends", "second begins", "second ends"]);
    expect((await Promise.allSettled([first]))[0].status).to.equal("rejected");
  });

  it("lets another user, and another tenant, not wait", async () => {
    const never = oneAtATime(nothing, alice, () => new Promise(() => undefined));
    await oneAtATime(nothing, { ...alice, userId: "bob" }, () => Promise.resolve());
    const other: Send = () => Promise.reject(new Error("no call is made here"));
    await oneAtATime(other, alice, () => Promise.resolve());
    void never;
  });
});

withSimulator("two attempts on one user at once", (simulator) => {
  it("do not lock the user out together", async () => {
    const user = addUser(simulator, { password: "Secret-Word.42", forceChange: true });
    const session = createSession(simulator);
    const { send } = session;
    const check = passwordCheck(session);
    const reset = passwordReset(session);
    const application = { ...user, applicationId: simulator.application.clientId };
    await check.check({}, { ...user, password: "Wrong-Secret.1" }, recordReport());
    const secrets = { currentPassword: "Wrong-Secret.2", newPassword: "New-Secret.43" };
    await reset.check({}, { ...application, ...secrets }, recordReport());
    for (const password of ["1", "2", "3"]) {
      await send(checkPassword, { ...user, password }).catch(() => undefined);
    }
    const results = await Promise.allSettled([
      check.create(user, recordReport()),
      reset.create(application, recordReport()),
    ]);
    expect(results.map(({ status }) => status)).to.deep.equal(["rejected", "rejected"]);
    expect(simulator.readUser(user.userId)?.password.status).to.equal("MUST_CHANGE_PASSWORD");
    expect(calls(simulator).filter((name) => name === "checkUsernamePassword")).to.have.length(0);
  });
});
