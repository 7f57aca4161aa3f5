import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { environmentPath, passwordPath } from "../../provider/operations/user-ref";

describe("environmentPath", () => {
  it("joins its parts below the environment", () => {
    expect(environmentPath("e", "users", "u")).to.equal("/environments/e/users/u");
  });

  it("lets no part leave the path", () => {
    expect(environmentPath("../e?x=1#y", "a/b")).to.equal("/environments/..%2Fe%3Fx%3D1%23y/a%2Fb");
  });

  for (const part of ["", ".", ".."]) {
    it(`refuses ${JSON.stringify(part)}, which would lead elsewhere`, () => {
      expect(() => environmentPath(part, "users", "u")).to.throw(PingOneError, "Pass PingOne's UUIDs");
      expect(() => environmentPath("e", "users", part)).to.throw(PingOneError, "Pass PingOne's UUIDs");
    });
  }
});

describe("passwordPath", () => {
  it("is below the user", () => {
    expect(passwordPath({ environmentId: "e", userId: "u" })).to.equal("/environments/e/users/u/password");
  });
});
