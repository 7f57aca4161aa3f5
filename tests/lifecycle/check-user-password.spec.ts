import { inspect } from "node:util";
import { expect } from "chai";
import type { Props } from "../../provider/lifecycle";
import { fingerprint } from "../../provider/lifecycle/fingerprint";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { offlineSession, recordReport } from "../helpers/session";
import { check, other, reasons, user, value } from "./check-inputs";

describe("checkUserPassword", () => {
  it("puts the fingerprint in the place of the value, and keeps the value for this process alone", async () => {
    const session = offlineSession();
    const { inputs, failures } = await check({ ...user, value, forceChange: true }, {}, session);
    const print = await fingerprint(value, user);
    expect(failures).to.deep.equal([]);
    expect(inputs).to.deep.equal({ ...user, forceChange: true, fingerprint: print });
    expect(print).to.match(/^scrypt\$1024\$8\$[\w-]{12}$/);
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

  it("finds the fingerprint unchanged for the same value, at the cost of every release", async () => {
    for (const cost of ["scrypt$4096$8$", "scrypt$1024$8$"]) {
      const old = await fingerprint(value, user, cost);
      const { inputs } = await check({ ...user, value }, { ...user, fingerprint: old });
      expect(inputs["fingerprint"]).to.equal(old);
    }
  });

  it("uses the present cost for another user", async () => {
    const old = await fingerprint(value, user, "scrypt$1024$8$");
    const { inputs } = await check({ ...other, value }, { ...user, fingerprint: old });
    expect(inputs["fingerprint"]).to.equal(await fingerprint(value, other));
  });

  it("remembers the user as living, once both ids are known", async () => {
    const session = offlineSession();
    await check({ ...user, userId: UNKNOWN, value }, {}, session);
    expect(session.livingUsers.has(`${user.environmentId}/${UNKNOWN}`)).to.equal(false);
    await check({ ...user, value: UNKNOWN }, {}, session);
    expect(session.livingUsers.has(`${user.environmentId}/${user.userId}`)).to.equal(true);
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
  const olds = { ...user, fingerprint: "scrypt$1024$8$old" };

  it("keeps the old fingerprint when no value arrives", async () => {
    const report = recordReport();
    const { inputs, failures } = await check({ ...user, forceChange: true }, olds, offlineSession(), report);
    expect(failures).to.deep.equal([]);
    expect(inputs).to.deep.equal({ ...olds, forceChange: true });
    expect(report.infos).to.deep.equal([
      "No value arrives (none is given, or ignoreChanges holds it back): the password stays as it is.",
    ]);
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
    const { inputs } = await check({ ...user, value, fingerprint: "scrypt$1024$8$made-up" }, olds);
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
