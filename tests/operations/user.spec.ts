import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { parseUser, userPath } from "../../provider/operations/user";

const usable = { enabled: true, account: { status: "OK", canAuthenticate: true } };

describe("parseUser", () => {
  it("reads what passwords and sign-ons need, and nothing else", () => {
    const body = {
      id: "u",
      username: "alice",
      email: "alice@example.com",
      name: { given: "Alice", family: "Archer", formatted: "Alice Archer" },
      population: { id: "p", name: "Staff" },
      externalId: "x",
      mfaEnabled: true,
      createdAt: "2026-11-21T09:00:00.000Z",
      updatedAt: "2026-11-21T09:00:01.000Z",
      enabled: false,
      account: {
        status: "LOCKED",
        canAuthenticate: false,
        lockedAt: "2026-11-21T09:00:00.000Z",
        unlockAt: 5,
      },
    };
    expect(parseUser(body)).to.deep.equal({
      id: "u",
      username: "alice",
      email: "alice@example.com",
      name: { given: "Alice", family: "Archer" },
      populationId: "p",
      externalId: "x",
      createdAt: "2026-11-21T09:00:00.000Z",
      updatedAt: "2026-11-21T09:00:01.000Z",
      enabled: false,
      account: { status: "LOCKED", canAuthenticate: false, lockedAt: "2026-11-21T09:00:00.000Z" },
    });
  });

  it("takes a user of an id alone for one who can sign on", () => {
    expect(parseUser({ id: "u" })).to.deep.equal({ id: "u", ...usable });
  });

  it("leaves out what has another type", () => {
    const account = { status: 5, canAuthenticate: "no", lockedAt: 5 };
    const body = {
      id: "u",
      username: 5,
      email: {},
      name: "a",
      population: "p",
      externalId: 5,
      enabled: "no",
    };
    expect(parseUser({ ...body, account })).to.deep.equal({ id: "u", ...usable });
    expect(parseUser({ ...body, account: "LOCKED", name: {}, population: { id: 5 } })).to.deep.equal({
      id: "u",
      name: {},
      ...usable,
    });
  });

  it("answers nothing for what is no user", () => {
    expect([undefined, null, "u", [], {}, { id: 5 }, { username: "alice" }].map(parseUser)).to.deep.equal(
      Array.from({ length: 7 }),
    );
  });
});

describe("userPath", () => {
  it("is below the environment, out of which no part leads", () => {
    expect(userPath({ environmentId: "e", userId: "u" })).to.equal("/environments/e/users/u");
    expect(userPath({ environmentId: "e", userId: "../x?y" })).to.equal("/environments/e/users/..%2Fx%3Fy");
    expect(() => userPath({ environmentId: "e", userId: ".." })).to.throw(PingOneError);
  });
});
