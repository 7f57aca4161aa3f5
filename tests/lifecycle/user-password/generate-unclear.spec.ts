import { readFileSync } from "node:fs";
import { expect } from "chai";
import { PingOneError, PingOneNetworkError, PingOneResponseError } from "../../../provider/errors";
import type { Send } from "../../../provider/transport";
import { withFolder } from "../../delivery/with-folder";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { breakAfter } from "./break-after";
import { lateSet } from "./late-set";
import { upPassword } from "./up-password";

withSimulator("UserPassword generate, without a clear answer", (simulator) => {
  const path = withFolder();
  const inFile = (name = "alice.txt") => readFileSync(path(name), "utf8").trimEnd();
  const toFile = (name = "alice.txt") => ({ generate: {}, deliverTo: { file: path(name) } });

  it("knows its own by the history, where the set took effect after the look", async () => {
    const user = addUser(simulator);
    const report = recordReport();
    const send = lateSet(transportTo(simulator));
    await upPassword(simulator, { ...user, ...toFile() }, { send, report });
    expect(simulator.verifyPassword(user.userId, inFile())).to.equal(true);
    expect(calls(simulator)).to.deep.equal([
      "readPasswordState",
      "setPassword",
      "setPassword",
      "readPasswordState",
    ]);
    expect(report.infos).to.include(`The generated password is in the file "${path("alice.txt")}".`);
  });

  it("stays in the file where the first set is open, and no other can go out", async () => {
    const user = addUser(simulator);
    const refused = new PingOneNetworkError("nothing listens there", false);
    let sets = 0;
    const send: Send = (operation, params, options) => {
      if (operation.name !== "setPassword") return transportTo(simulator)(operation, params, options);
      sets += 1;
      return Promise.reject(sets === 1 ? new PingOneNetworkError("lost", true) : refused);
    };
    const error = await refusalOf(PingOneError, upPassword(simulator, { ...user, ...toFile() }, { send }));
    expect(error.message).to.contain("lost").and.to.contain("may not be the user's");
    expect(inFile()).to.have.length(24);
    expect(sets).to.equal(2);
  });

  it("leaves a password whose answer is lost in the file, and says that it may not be the user's", async () => {
    const user = addUser(simulator);
    simulator.failNext("setPassword", { drop: "after" });
    simulator.failNext("readPasswordState", { status: 403 });
    const error = await refusalOf(PingOneError, upPassword(simulator, { ...user, ...toFile() }));
    expect(error.message)
      .to.contain(`The password that is in the file "${path("alice.txt")}" now may not be the user's`)
      .and.not.to.contain(inFile());
    expect(simulator.verifyPassword(user.userId, inFile())).to.equal(true);
  });

  it("does not promise to recognise one whose answer is lost: the next run makes another", async () => {
    const user = addUser(simulator);
    simulator.failNext("setPassword", { drop: "after" });
    simulator.failNext("readPasswordState", { status: 403 });
    const args = { ...user, generate: {}, exposeValue: true };
    const error = await refusalOf(PingOneNetworkError, upPassword(simulator, args));
    expect(error.message).not.to.contain("recognised");
    expect(error.message).to.contain("took the generated password is not known: the next run makes and sets");
    const { outs } = await upPassword(simulator, args);
    expect(simulator.verifyPassword(user.userId, String(outs.value))).to.equal(true);
  });

  it("stays in the file when something else answered the set and nobody can say whether it was made", async () => {
    const user = addUser(simulator);
    simulator.failNext("readPasswordState", { status: 403 }, 9);
    const send = breakAfter(transportTo(simulator), {
      setPassword: new PingOneResponseError("odd", false),
    });
    const error = await refusalOf(PingOneError, upPassword(simulator, { ...user, ...toFile() }, { send }));
    expect(error.message).to.contain("may not be the user's").and.not.to.contain("No password was set");
    expect(simulator.verifyPassword(user.userId, inFile())).to.equal(true);
  });
});
