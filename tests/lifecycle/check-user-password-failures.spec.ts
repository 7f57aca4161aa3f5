import { inspect } from "node:util";
import { expect } from "chai";
import { PingOneConfigError } from "../../provider/errors";
import type { Props } from "../../provider/lifecycle";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { offlineSession, recordReport } from "../helpers/session";
import { check, other, reasons, user, value } from "./check-inputs";

describe("checkUserPassword failures", () => {
  it("ask for a value when none was ever given", async () => {
    expect(await reasons(user)).to.deep.equal([
      'the password is missing: give value (a secret), valueFrom: { env: "NAME" } or { file: "path" }, or generate: {}.',
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
    expect(failures.map(({ property }) => property)).to.deep.equal(failures.map(() => ""));
    expect(failures.map(({ reason }) => reason.split(" ")[0]).sort()).to.deep.equal([
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

  it("stand beside an empty fingerprint, never an unknown one", async () => {
    for (const news of [
      {},
      user,
      { ...user, value, forceChange: 1 },
      { ...user, value: UNKNOWN, other: 1 },
    ]) {
      const { failures, inputs } = await check(news);
      expect(failures).not.to.deep.equal([]);
      expect(inputs["fingerprint"]).to.equal("");
    }
  });

  it("name the other resource when two declare one user, and only then", async () => {
    const session = offlineSession();
    const checkAs = async (resource: string, news: Props) =>
      (await check({ ...news, value }, {}, session, recordReport(resource))).failures;
    expect(await checkAs("urn:alice", user)).to.deep.equal([]);
    expect(await checkAs("urn:alice", user)).to.deep.equal([]);
    expect(await checkAs("urn:bob", other)).to.deep.equal([]);
    expect(await checkAs("urn:second", user)).to.deep.equal([
      {
        property: "",
        reason: `the password of user ${user.userId} is declared by another UserPassword already (urn:alice): keep one of the two.`,
      },
    ]);
  });

  it("do not come of two users who are both not known yet", async () => {
    const session = offlineSession();
    for (const resource of ["urn:alice", "urn:bob"]) {
      const news = { ...user, userId: UNKNOWN, value };
      expect((await check(news, {}, session, recordReport(resource))).failures).to.deep.equal([]);
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
    await check(user, {}, session);
    expect(session.livingUsers.has(`${user.environmentId}/${user.userId}`)).to.equal(false);
  });
});
