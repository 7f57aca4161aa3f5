import { inspect } from "node:util";
import { expect } from "chai";
import { withoutTexts } from "../../provider/transport/without-texts";

describe("withoutTexts", () => {
  it("keeps documented codes and the names of the policy's rules", () => {
    const innerError = { unsatisfiedRequirements: ["length", "history"], length: "at least 8" };
    const details = [{ code: "INVALID_VALUE", target: "password", message: "refused", innerError }];
    expect(withoutTexts({ id: "abc", code: "INVALID_DATA", message: "refused", details })).to.deep.equal({
      code: "INVALID_DATA",
      message: "",
      details: [
        {
          code: "INVALID_VALUE",
          target: "password",
          message: "",
          innerError: { unsatisfiedRequirements: ["length", "history"] },
        },
      ],
    });
  });

  it("keeps that a username is taken", () => {
    const details = [{ code: "UNIQUENESS_VIOLATION", target: "username", message: "taken" }];
    const [detail] = withoutTexts({ code: "INVALID_DATA", message: "", details }).details;
    expect(detail).to.include({ code: "UNIQUENESS_VIOLATION", target: "username", message: "" });
  });

  it("keeps nothing else, wherever it stands", () => {
    const secret = "Secret-Word.42";
    const innerError = { unsatisfiedRequirements: [secret, "history"], history: secret, [secret]: secret };
    const details = [{ code: secret, target: secret, message: secret, innerError }];
    const left = withoutTexts({ id: secret, code: secret, message: secret, details });
    expect(inspect(left, { depth: Infinity })).not.to.contain(secret);
    expect([left.code, left.details[0]?.code]).to.deep.equal(["UNKNOWN", "UNKNOWN"]);
  });
});
