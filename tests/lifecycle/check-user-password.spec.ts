import { inspect } from "node:util";
import { expect } from "chai";
import { PingOneConfigError } from "../../provider/errors";
import type { Props, Session } from "../../provider/lifecycle";
import { checkUserPassword } from "../../provider/lifecycle/check-user-password";
import { fingerprint } from "../../provider/lifecycle/fingerprint";
import { UNKNOWN } from "../../provider/lifecycle/unknown";

const user = {
  environmentId: "11111111-2222-4333-8444-555555555555",
  userId: "a11ce000-0000-4000-8000-000000000001",
};
const other = { ...user, userId: "b0b00000-0000-4000-8000-000000000002" };
const value = "Secret-Word.42";

/** A session that may not send anything: check makes no call. */
function offlineSession(overrides: Partial<Session> = {}): Session {
  return {
    checkConnection: () => undefined,
    send: () => Promise.reject(new Error("check makes no call")),
    values: new Map(),
    livingUsers: new Set(),
    ...overrides,
  };
}

/** Checks what the constructor hands over. */
function check(news: Props, olds: Props = {}, session = offlineSession()) {
  return checkUserPassword(session, olds, { fingerprint: "", ...news });
}

async function reasons(news: Props, olds: Props = {}): Promise<string[]> {
  return (await check(news, olds)).failures.map(({ reason }) => reason);
}

describe("checkUserPassword", () => {
  it("puts the fingerprint in the place of the value, and keeps the value for this process alone", async () => {
    const session = offlineSession();
    const { inputs, failures } = await check({ ...user, value, forceChange: true }, {}, session);
    const print = await fingerprint(value, user);
    expect(failures).to.deep.equal([]);
    expect(inputs).to.deep.equal({ ...user, forceChange: true, fingerprint: print });
    expect([...session.values]).to.deep.equal([[print, value]]);
    expect(inspect(inputs)).not.to.contain(value);
  });

  it("keeps where a value comes from, and not the value", async () => {
    process.env["CHECK_USER_PASSWORD_SPEC"] = value;
    const valueFrom = { env: "CHECK_USER_PASSWORD_SPEC" };
    const { inputs } = await check({ ...user, valueFrom });
    delete process.env["CHECK_USER_PASSWORD_SPEC"];
    expect(inputs).to.deep.equal({ ...user, valueFrom, fingerprint: await fingerprint(value, user) });
  });

  it("keeps nothing that is the default, spelt out", async () => {
    const defaults = {
      forceChange: false,
      bypassPolicy: false,
      deletionPolicy: "keep",
      deletionPolicyForce: false,
    };
    const { inputs } = await check({ ...user, value, ...defaults });
    expect(inputs).to.deep.equal({ ...user, fingerprint: await fingerprint(value, user) });
  });

  it("finds the fingerprint unchanged for the same value, also at another cost", async () => {
    const old = await fingerprint(value, user, "scrypt$1024$8$");
    const { inputs } = await check({ ...user, value }, { ...user, fingerprint: old });
    expect(inputs["fingerprint"]).to.equal(old);
  });

  it("uses the present cost for another user", async () => {
    const old = await fingerprint(value, user, "scrypt$1024$8$");
    const { inputs } = await check({ ...other, value }, { ...user, fingerprint: old });
    expect(inputs["fingerprint"]).to.equal(await fingerprint(value, other));
  });

  it("remembers the user as living, once both ids are known", async () => {
    const session = offlineSession();
    await check({ ...user, userId: UNKNOWN, value }, {}, session);
    expect([...session.livingUsers]).to.deep.equal([]);
    await check({ ...user, value: UNKNOWN }, {}, session);
    expect([...session.livingUsers]).to.deep.equal([`${user.environmentId}/${user.userId}`]);
  });

  const unknowns: readonly (readonly [what: string, news: Props])[] = [
    ["the value", { ...user, value: UNKNOWN }],
    ["the user", { ...user, userId: UNKNOWN, value }],
    ["the environment", { ...user, environmentId: UNKNOWN, value }],
    ["valueFrom", { ...user, valueFrom: UNKNOWN }],
    ["the name of the variable", { ...user, valueFrom: { env: UNKNOWN } }],
  ];
  for (const [what, news] of unknowns) {
    it(`leaves the fingerprint unknown while ${what} is`, async () => {
      const { inputs, failures } = await check(news);
      expect(failures).to.deep.equal([]);
      expect(inputs["fingerprint"]).to.equal(UNKNOWN);
    });
  }

  it("checks no rule of a setting that is not known yet", async () => {
    const settings = ["forceChange", "bypassPolicy", "deletionPolicy", "deletionPolicyForce"];
    const news = Object.fromEntries(settings.map((name) => [name, UNKNOWN]));
    expect(await reasons({ ...user, value, ...news })).to.deep.equal([]);
  });
});

describe("checkUserPassword with ignoreChanges", () => {
  const olds = { ...user, fingerprint: "scrypt$4096$8$old" };

  it("keeps the old fingerprint when no value arrives", async () => {
    const { inputs, failures } = await check({ ...user, forceChange: true }, olds);
    expect(failures).to.deep.equal([]);
    expect(inputs).to.deep.equal({ ...olds, forceChange: true });
  });

  it("keeps the old fingerprint when it is put back beside another value", async () => {
    const session = offlineSession();
    const { inputs } = await check({ ...user, value, fingerprint: olds.fingerprint }, olds, session);
    expect(inputs["fingerprint"]).to.equal(olds.fingerprint);
    expect(session.values.size).to.equal(0);
  });

  it("does not take the old fingerprint, put back, for another user's", async () => {
    const { inputs } = await check({ ...other, value, fingerprint: olds.fingerprint }, olds);
    expect(inputs["fingerprint"]).to.equal(await fingerprint(value, other));
  });

  it("takes no fingerprint that a program makes up", async () => {
    const { inputs } = await check({ ...user, value, fingerprint: "scrypt$4096$8$made-up" }, olds);
    expect(inputs["fingerprint"]).to.equal(await fingerprint(value, user));
  });

  it("keeps the old fingerprint while the user is not known, without a value", async () => {
    const { inputs, failures } = await check({ ...user, userId: UNKNOWN }, olds);
    expect(failures).to.deep.equal([]);
    expect(inputs["fingerprint"]).to.equal(olds.fingerprint);
  });

  it("asks for the value when the password is for another user now", async () => {
    const [reason] = await reasons(other, olds);
    expect(reason).to.contain("for another user now").and.to.contain("Remove ignoreChanges");
  });
});

describe("checkUserPassword failures", () => {
  it("ask for a value when none was ever given", async () => {
    expect(await reasons(user)).to.deep.equal([
      'the password is missing: give value (a secret), or valueFrom: { env: "NAME" } or { file: "path" }.',
    ]);
  });

  it("name each property that is wrong", async () => {
    const { failures } = await check({
      environmentId: "E",
      value,
      forceChange: "true",
      bypassPolicy: 1,
      deletionPolicy: "remove",
      deletionPolicyForce: "no",
    });
    expect(failures.map(({ property }) => property).sort()).to.deep.equal([
      "bypassPolicy",
      "deletionPolicy",
      "deletionPolicyForce",
      "environmentId",
      "forceChange",
      "userId",
    ]);
  });

  it("name no property when they are about the value, because the engine would print it", async () => {
    const wrong = [{ value: "" }, { value: 42 }, { value, valueFrom: { env: "X" } }, { valueFrom: {} }, {}];
    for (const news of wrong) {
      const { failures } = await check({ ...user, ...news });
      expect(failures.map(({ property }) => property)).to.deep.equal([""]);
    }
  });

  it("say what is missing in the connection, without a call", async () => {
    const session = offlineSession({
      checkConnection: () => {
        throw new PingOneConfigError("PINGONE_CLIENT_ID is missing.");
      },
    });
    const { failures } = await check({ ...user, value }, {}, session);
    expect(failures).to.deep.equal([{ property: "", reason: "PINGONE_CLIENT_ID is missing." }]);
  });

  it("let a bug in the connection's reading through", async () => {
    const session = offlineSession({
      checkConnection: () => {
        throw new RangeError("a bug");
      },
    });
    const error = await check({ ...user, value }, {}, session).catch((thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(RangeError);
  });

  it("never hold the value, nor do the inputs beside them", async () => {
    const tooLong = "p@ss word!".repeat(30);
    const wrong: readonly Props[] = [
      { ...user, value: tooLong },
      { ...user, value: [value] },
      { ...user, value, valueFrom: { env: value } },
      { ...user, valueFrom: { env: "p@ss word!" } },
      { userId: "alice", value },
      { ...user, value, unknownInput: true },
    ];
    for (const news of wrong) {
      const session = offlineSession();
      const { failures, inputs } = await check(news, {}, session);
      expect(failures).not.to.deep.equal([]);
      expect(inspect(failures)).not.to.contain(value).and.not.to.contain("p@ss word!");
      expect(inspect(inputs["value"])).to.equal("undefined");
      expect(session.values.size).to.equal(0);
    }
  });

  it("point out an input that does not exist", async () => {
    expect((await reasons({ ...user, value, forceChanges: true }))[0]).to.contain(
      '"forceChanges" is not an input of UserPassword',
    );
  });

  it("do not make the user count as living", async () => {
    const session = offlineSession();
    await check({ ...user, value, forceChange: "true" }, {}, session);
    expect([...session.livingUsers]).to.deep.equal([]);
  });
});
