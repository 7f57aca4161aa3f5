import { expect } from "chai";
import { ApiError } from "../../../simulator/errors";
import { createRecoveryCode, requireRecoveryCode } from "../../../simulator/recovery/recovery-code";

describe("requireRecoveryCode", () => {
  const MINUTE = 60_000;
  const wrong = "The provided password recovery code was invalid or expired";
  const tooMany = "Maximum password recovery failures exceeded";

  /** The text of the refusal; undefined when there is none. */
  function refusal(...given: Parameters<typeof requireRecoveryCode>): string | undefined {
    try {
      requireRecoveryCode(...given);
      return undefined;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      expect(error.details[0]).to.include({ code: "INVALID_VALUE", target: "recoveryCode" });
      return error.details[0]?.message;
    }
  }

  it("takes the code in whatever case", () => {
    const { text, code } = createRecoveryCode(0);
    expect(text).to.match(/^[A-Z0-9]{8}$/);
    expect(refusal(code, text, 0)).to.equal(undefined);
    expect(refusal(code, text.toLowerCase(), 0)).to.equal(undefined);
  });

  it("keeps no code in clear, and makes another one every time", () => {
    const made = Array.from({ length: 50 }, () => createRecoveryCode(0));
    expect(new Set(made.map(({ text }) => text)).size).to.equal(50);
    for (const { text, code } of made) expect(JSON.stringify(code)).not.to.contain(text);
  });

  it("takes it for five minutes", () => {
    const { text, code } = createRecoveryCode(1000);
    expect(refusal(code, text, 1000 + 5 * MINUTE - 1)).to.equal(undefined);
    expect(refusal(code, text, 1000 + 5 * MINUTE)).to.equal(wrong);
  });

  it("bears five wrong tries and then nothing more", () => {
    const { text, code } = createRecoveryCode(0);
    for (let attempt = 1; attempt <= 5; attempt += 1) expect(refusal(code, "wrong", 0)).to.equal(wrong);
    expect(refusal(code, "wrong", 0)).to.equal(tooMany);
    expect(refusal(code, text, 0)).to.equal(tooMany);
    expect(refusal(code, text, 5 * MINUTE)).to.equal(tooMany);
  });

  it("says the same where no code was sent", () => {
    expect(refusal(undefined, "ABCD1234", 0)).to.equal(wrong);
  });
});
