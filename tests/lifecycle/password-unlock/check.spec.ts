import { expect } from "chai";
import { PingOneConfigError } from "../../../provider/errors";
import type { Props, Session } from "../../../provider/lifecycle";
import { passwordUnlock } from "../../../provider/lifecycle/password-unlock";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { offlineSession, recordReport } from "../../helpers/session";

const user = {
  environmentId: "11111111-2222-4333-8444-555555555555",
  userId: "a11ce000-0000-4000-8000-000000000001",
};

function check(news: Props, overrides: Partial<Session> = {}) {
  const lifecycle = passwordUnlock(offlineSession(overrides));
  return lifecycle.check({}, news, recordReport());
}

describe("PasswordUnlock check", () => {
  for (const news of [
    user,
    { ...user, when: "always", scope: "both", rerun: "whenLocked", triggers: { a: [1, "two"] } },
    { ...user, userId: UNKNOWN, when: UNKNOWN, scope: UNKNOWN, rerun: UNKNOWN, triggers: [UNKNOWN] },
  ]) {
    it(`passes ${JSON.stringify(news)} on as it is`, async () => {
      expect(await check(news)).to.deep.equal({ inputs: news, failures: [] });
    });
  }

  it("names each property that is wrong", async () => {
    const { failures } = await check({
      environmentId: "E",
      when: "never",
      scope: "mfa",
      rerun: "always",
    });
    expect(failures.map(({ reason }) => reason.split(" ")[0])).to.deep.equal([
      "environmentId",
      "userId",
      "when",
      "scope",
      "rerun",
    ]);
    expect(failures.map(({ property }) => property)).to.deep.equal(["", "", "", "", ""]);
    expect(failures[2]?.reason).to.contain('"ifLocked", "always"');
    expect(failures[3]?.reason).to.contain('"password", "account", "both"');
    expect(failures[4]?.reason).to.contain('"onTriggers", "whenLocked"');
  });

  it("points out an input that does not exist", async () => {
    const { failures } = await check({ ...user, trigger: "once" });
    expect(failures[0]?.reason).to.contain('"trigger" is not an input of PasswordUnlock');
  });

  it("says what is missing in the connection, without a call", async () => {
    const { failures } = await check(user, {
      checkConnection: () => {
        throw new PingOneConfigError("PINGONE_CLIENT_ID is missing.");
      },
    });
    expect(failures).to.deep.equal([{ property: "", reason: "PINGONE_CLIENT_ID is missing." }]);
  });
});
