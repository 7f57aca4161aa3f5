import { expect } from "chai";
import { ApiError } from "../../../simulator/errors";
import { requirePolicyMet } from "../../../simulator/policy/check-policy";
import { subject } from "./subject";

describe("requirePolicyMet", () => {
  it("lets a value pass that breaks no rule", () => {
    expect(() => {
      requirePolicyMet(subject("anything", {}), "password");
    }).not.to.throw();
  });

  it("names each broken rule, one as often as it is broken, with its first text", () => {
    const rules = {
      length: { min: 8 },
      minCharacters: { ABCDEFGHIJKLMNOPQRSTUVWXYZ: 1, "0123456789": 1 },
    };
    const error = refusalOf(() => {
      requirePolicyMet(subject("secret", rules), "newPassword");
    });
    const [detail] = error.details;
    expect(detail).to.include({ target: "newPassword" });
    expect(detail?.innerError).to.have.keys("unsatisfiedRequirements", "minCharacters", "length");
    expect(detail?.innerError).to.deep.include({
      unsatisfiedRequirements: ["minCharacters", "minCharacters", "length"],
    });
    expect(detail?.innerError?.["minCharacters"]).to.contain("ZYX");
  });

  it("never tells the value", () => {
    const error = refusalOf(() => {
      requirePolicyMet(subject("hunter2", { length: { min: 8 } }), "password");
    });
    expect(JSON.stringify([error.message, error.details])).not.to.contain("hunter2");
  });
});

function refusalOf(action: () => void): ApiError {
  try {
    action();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}
