import { expect } from "chai";
import { textAt, useBench } from "../bench";

const REQUIRED = {
  name: "Own",
  excludesProfileData: false,
  excludesCommonlyUsed: true,
  notSimilarToCurrent: false,
};

describe("createPasswordPolicy", () => {
  const bench = useBench();
  const create = (body: unknown) =>
    bench.call("POST", "/passwordPolicies", { type: "application/json", body });

  it("creates a policy with the defaults of length", async () => {
    const { status, body } = await create({ ...REQUIRED, length: {}, lockout: { failureCount: 3 } });
    expect(status).to.equal(201);
    expect(body).to.deep.include({
      ...REQUIRED,
      length: { min: 8, max: 255 },
      lockout: { failureCount: 3 },
      default: false,
      populationCount: 0,
    });
  });

  it("takes the place of the default one when asked to", async () => {
    const { body } = await create({ ...REQUIRED, default: true });
    const userId = bench.simulator.createUser({ username: "alice" });
    expect(bench.simulator.readUser(userId)?.password.passwordPolicyId).to.equal(textAt(body, "id"));
    const all = await bench.call("GET", "/passwordPolicies");
    expect(all.body).to.have.nested.property("_embedded.passwordPolicies[0].default", false);
  });

  it("refuses a name in use", async () => {
    const { status, body } = await create({ ...REQUIRED, name: "Standard" });
    expect(status).to.equal(400);
    expect(body).to.have.deep.nested.include({
      "details[0].code": "UNIQUENESS_VIOLATION",
      "details[0].target": "name",
    });
  });

  for (const field of Object.keys(REQUIRED)) {
    it(`requires ${field}`, async () => {
      const { body } = await create({ ...REQUIRED, [field]: undefined });
      expect(body).to.have.deep.nested.include({
        "details[0].code": "REQUIRED_VALUE",
        "details[0].target": field,
      });
    });
  }

  const wrong: readonly (readonly [string, object])[] = [
    ["length.min", { length: { min: 7 } }],
    ["length.min", { length: { min: 33 } }],
    ["length.max", { length: { min: 10, max: 9 } }],
    ["length", { length: 8 }],
    ["minCharacters", { minCharacters: { abc: 1 } }],
    ["history.count", { history: { count: 0, retentionDays: 1 } }],
    ["history.retentionDays", { history: { count: 1 } }],
    ["lockout.failureCount", { lockout: { durationSeconds: 60 } }],
    ["lockout.durationSeconds", { lockout: { failureCount: 1, durationSeconds: 0 } }],
    ["minAgeDays", { minAgeDays: 0.5 }],
    ["minAgeDays", { minAgeDays: 0 }],
    ["minComplexity", { minComplexity: 0 }],
    ["maxAgeDays", { maxAgeDays: 22, minAgeDays: 1 }],
    ["alphabetSequenceRule.maxLength", { alphabetSequenceRule: { maxLength: 4 } }],
    ["alphabetSequenceRule.maxLength", { alphabetSequenceRule: { maxLength: 1 } }],
    ["numberSequenceRule.maxLength", { numberSequenceRule: { maxLength: 4 } }],
    ["numberSequenceRule.maxLength", { numberSequenceRule: {} }],
    ["qwertySequenceRule.maxLength", { qwertySequenceRule: { maxLength: 2 } }],
    ["qwertySequenceRule.maxLength", { qwertySequenceRule: { maxLength: 4 } }],
    ["shiftedNumberRowSequenceRule.maxLength", { shiftedNumberRowSequenceRule: { maxLength: 0 } }],
  ];
  for (const [target, fields] of wrong) {
    it(`refuses ${JSON.stringify(fields)}`, async () => {
      const { status, body } = await create({ ...REQUIRED, ...fields });
      expect(status).to.equal(400);
      expect(body).to.have.nested.property("details[0].target", target);
    });
  }
});
