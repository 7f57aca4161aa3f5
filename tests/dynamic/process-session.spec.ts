import { expect } from "chai";
import { createProcessSession } from "../../provider/dynamic/process-session";
import { PingOneConfigError } from "../../provider/errors";
import { createLivingUsers } from "../../provider/lifecycle";
import { operations, type UserRef } from "../../provider/operations";
import { refusalOf } from "../errors/refusal-of";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";

withSimulator("createProcessSession", (simulator) => {
  function start(env: NodeJS.ProcessEnv = {}) {
    let guarded = 0;
    const guard = () => {
      guarded += 1;
      return Promise.resolve();
    };
    const { session } = createProcessSession(guard, createLivingUsers(), { ...simulator.env, ...env });
    return { session, guarded: () => guarded };
  }
  const withFlag = () => start({ PINGONE_PREVIEW_WITHOUT_SECRETS: "1" }).session;
  const value = "Secret-Word.42";

  it("reads the connection from the environment, and sends", async () => {
    const user = addUser(simulator);
    const { session, guarded } = start();
    session.checkConnection();
    await session.send(operations.setPassword, { ...user, value, forceChange: false });
    expect(simulator.verifyPassword(user.userId, value)).to.equal(true);
    expect(guarded()).to.be.greaterThan(0);
  });

  it("tells when a request goes out", async () => {
    let sent = 0;
    const onSend = () => void (sent += 1);
    await start().session.send(operations.readUser, addUser(simulator), { onSend });
    expect(sent).to.equal(1);
  });

  it("says what is missing in the connection", () => {
    const { session } = start({ PINGONE_CLIENT_SECRET: "" });
    expect(() => session.checkConnection()).to.throw(PingOneConfigError, "PINGONE_CLIENT_SECRET");
  });

  it("says what is wrong with the pace, before any call", async () => {
    const { session } = start({ PINGONE_REQUESTS_PER_SECOND: "0" });
    const rule = "PINGONE_REQUESTS_PER_SECOND in the environment has to be a number above 0";
    expect(() => session.checkConnection()).to.throw(PingOneConfigError, rule);
    const error = await refusalOf(PingOneConfigError, session.send(operations.readUser, addUser(simulator)));
    expect(error.message).to.contain(rule);
    expect(simulator.ledger.entries).to.have.length(0);
  });

  it("keeps to the pace of the configuration that it is given", async () => {
    const started = createProcessSession(() => Promise.resolve(), createLivingUsers(), { ...simulator.env });
    started.configure((key) => (key === "pingone:maxConcurrency" ? "1" : undefined));
    const user = addUser(simulator);
    const order: string[] = [];
    simulator.failNext("readUser", { delayMs: 200 });
    await Promise.all([
      started.session.send(operations.readUser, user).then(() => order.push("slow")),
      started.session.send(operations.readPasswordState, user).then(() => order.push("quick")),
    ]);
    expect(order).to.deep.equal(["slow", "quick"]);
  });

  it("reads the connection from the configuration that it is given", async () => {
    const user = addUser(simulator);
    const started = createProcessSession(() => Promise.resolve(), createLivingUsers(), {});
    const { session } = started;
    expect(() => session.checkConnection()).to.throw(PingOneConfigError);
    const config: Record<string, string | undefined> = {
      "pingone:clientId": simulator.worker.clientId,
      "pingone:clientSecret": simulator.worker.clientSecret,
      "pingone:environmentId": simulator.environmentId,
      "pingone:apiUrl": simulator.url,
      "pingone:authUrl": simulator.url,
    };
    started.configure((key) => config[key]);
    session.checkConnection();
    expect((await session.send(operations.readPasswordState, user)).status).to.equal("NO_PASSWORD");
  });

  it("reads each user once for all resources", async () => {
    const user = addUser(simulator);
    const { session } = start();
    await Promise.all([session.reads.state(user), session.reads.state(user)]);
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
  });

  it("reads as ever in a preview without secrets", async () => {
    const user = addUser(simulator);
    const session = withFlag();
    expect((await session.reads.state(user)).status).to.equal("NO_PASSWORD");
    expect((await session.send(operations.readUser, user)).id).to.equal(user.userId);
    expect(await session.reads.defaultPolicy(user.environmentId)).to.have.property("name", "Standard");
  });

  const writes: readonly (readonly [name: string, write: (user: UserRef) => Promise<unknown>])[] = [
    [
      "setPassword",
      (user) => withFlag().send(operations.setPassword, { ...user, value, forceChange: false }),
    ],
    ["setPasswordValue", (user) => withFlag().send(operations.setPasswordValue, user)],
    ["forcePasswordChange", (user) => withFlag().send(operations.forcePasswordChange, user)],
    ["unlockPassword", (user) => withFlag().send(operations.unlockPassword, user)],
    ["unlockAccount", (user) => withFlag().send(operations.unlockAccount, user)],
    ["checkPassword", (user) => withFlag().send(operations.checkPassword, { ...user, password: value })],
    ["sendRecoveryCode", (user) => withFlag().send(operations.sendRecoveryCode, user)],
  ];
  for (const [name, write] of writes) {
    it(`refuses ${name} in a preview without secrets, before any call`, async () => {
      const user = addUser(simulator, { password: "Old-Secret.41" });
      const error = await refusalOf(PingOneConfigError, write(user));
      expect(error.message).to.equal(
        `${name} was not sent: PINGONE_PREVIEW_WITHOUT_SECRETS=1 is for previews, and nothing is written under it. Unset it, and give the secrets, to make changes.`,
      );
      expect(simulator.ledger.entries).to.have.length(0);
    });
  }

  it("is not held by another value of the flag", async () => {
    const user = addUser(simulator, { password: "Old-Secret.41" });
    for (const flag of ["", "0", "true"]) {
      const { session } = start({ PINGONE_PREVIEW_WITHOUT_SECRETS: flag });
      await session.send(operations.forcePasswordChange, user);
    }
    expect(calls(simulator)).to.have.length(3);
  });
});
