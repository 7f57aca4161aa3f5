import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { parseUserKey, subjectKey, userKey } from "../../provider/lifecycle/user-id";

const environmentId = "11111111-2222-4333-8444-555555555555";
const userId = "a11ce000-0000-4000-8000-000000000001";

describe("userKey", () => {
  it("is environment, user and, for an action, its name", () => {
    expect(userKey({ environmentId, userId })).to.equal(`${environmentId}/${userId}`);
    expect(userKey({ environmentId, userId }, "unlock")).to.equal(`${environmentId}/${userId}/unlock`);
  });
});

describe("subjectKey", () => {
  it("is that of the user where there is an id", () => {
    const user = { environmentId, userId, username: "alice" };
    expect(subjectKey(user)).to.equal(userKey(user));
    expect(subjectKey(user, "unlock")).to.equal(userKey(user, "unlock"));
  });

  it("names the user where there is none, in one part of the id whatever the name holds", () => {
    expect(subjectKey({ environmentId, username: "alice" }, "forgot")).to.equal(
      `${environmentId}/alice/forgot`,
    );
    expect(subjectKey({ environmentId, username: "a/b c" }, "forgot")).to.equal(
      `${environmentId}/a%2Fb%20c/forgot`,
    );
  });
});

describe("parseUserKey", () => {
  it("is the way back", () => {
    expect(parseUserKey(`${environmentId}/${userId}`)).to.deep.equal({ environmentId, userId });
    expect(parseUserKey(`${environmentId}/${userId}/unlock`, "unlock")).to.deep.equal({
      environmentId,
      userId,
    });
  });

  const wrong: readonly (readonly [id: string, suffix?: string])[] = [
    [""],
    [userId],
    [`${environmentId}/alice`],
    [`${environmentId}/${userId}/unlock`],
    [`${environmentId}/${userId.toUpperCase()}`],
    [`${environmentId}/${userId}`, "unlock"],
    [`${environmentId}/${userId}/unlock/again`, "unlock"],
  ];
  for (const [id, suffix] of wrong) {
    it(`refuses "${id}"${suffix === undefined ? "" : ` where /${suffix} is expected`} and shows the form`, () => {
      expect(() => parseUserKey(id, suffix)).to.throw(
        PingOneError,
        `The id "${id}" is not of the form <environmentId>/<userId>`,
      );
    });
  }
});
