import { expect } from "chai";
import { isRecoveryCode, recoveryCode } from "../../provider/lifecycle/recovery-code";

describe("recoveryCode", () => {
  for (const text of ["AB12CD34", "ab12cd34", "12345678", "abcdefgh"]) {
    it(`takes ${text} as it is`, () => {
      expect(isRecoveryCode(text)).to.equal(true);
      expect(recoveryCode("recoveryCode", text)).to.deep.equal({ kind: "value", value: text });
    });
  }

  it("drops the blanks that come from copying", () => {
    expect(recoveryCode("recoveryCode", " AB12CD34\n")).to.deep.equal({ kind: "value", value: "AB12CD34" });
  });

  for (const text of ["", "AB12CD3", "AB12CD345", "AB12-D34", "AB12 CD34", "ÄB12CD34"]) {
    it(`refuses ${JSON.stringify(text)} without repeating it`, () => {
      expect(isRecoveryCode(text)).to.equal(false);
      expect(recoveryCode("recoveryCodeFrom.env: the environment variable CODE", text)).to.deep.equal({
        kind: "wrong",
        reason:
          "recoveryCodeFrom.env: the environment variable CODE is no recovery code: PingOne mails 8 letters and digits. Copy it from the mail.",
      });
    });
  }
});
