import { expect } from "chai";
import { useBench } from "../bench";

describe("listPasswordPolicies", () => {
  const bench = useBench();

  it("starts with Standard, Passphrase and Basic; Standard is the default one", async () => {
    const { status, body } = await bench.call("GET", "/passwordPolicies");
    expect(status).to.equal(200);
    expect(body).to.include({ count: 3, size: 3 });
    expect(body).to.have.deep.nested.include({
      "_embedded.passwordPolicies[0].name": "Standard",
      "_embedded.passwordPolicies[0].default": true,
      "_embedded.passwordPolicies[1].name": "Passphrase",
      "_embedded.passwordPolicies[1].default": false,
      "_embedded.passwordPolicies[2].name": "Basic",
      "_embedded.passwordPolicies[2].default": false,
    });
  });

  it("answers the recorded Standard", async () => {
    const { body } = await bench.call("GET", "/passwordPolicies");
    expect(body)
      .to.have.nested.property("_embedded.passwordPolicies[0]")
      .that.deep.includes({
        excludesProfileData: true,
        excludesCommonlyUsed: true,
        notSimilarToCurrent: true,
        maxAgeDays: 182,
        minAgeDays: 1,
        maxRepeatedCharacters: 2,
        minUniqueCharacters: 5,
        history: { count: 6, retentionDays: 365 },
        lockout: { failureCount: 5, durationSeconds: 900 },
        length: { min: 8, max: 255 },
        minCharacters: {
          ABCDEFGHIJKLMNOPQRSTUVWXYZ: 1,
          abcdefghijklmnopqrstuvwxyz: 1,
          "0123456789": 1,
          "~!@#$%^&*()-_=+[]{}|;:,.<>/?": 1,
        },
      });
    expect(body).not.to.have.nested.property("_embedded.passwordPolicies[0].minComplexity");
  });
});
