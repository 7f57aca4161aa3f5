import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import { readPasswordPolicy } from "../../provider/operations/read-password-policy";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { calls, lastRequest, withSimulator } from "../helpers/with-simulator";

const noRules = {
  default: false,
  excludesProfileData: false,
  excludesCommonlyUsed: false,
  notSimilarToCurrent: false,
};

withSimulator("readPasswordPolicy", (simulator) => {
  const read = (policyId: string) =>
    transportTo(simulator)(readPasswordPolicy, { environmentId: simulator.environmentId, policyId });

  it("asks with GET and no media type", async () => {
    const id = simulator.createPasswordPolicy({ name: "Strict" });
    await read(id);
    expect(lastRequest(simulator)).to.deep.equal({
      method: "GET",
      path: `/v1/environments/${simulator.environmentId}/passwordPolicies/${id}`,
      contentTypes: [],
      body: undefined,
    });
  });

  it("answers after how many wrong checks the password is locked", async () => {
    const id = simulator.createPasswordPolicy({ name: "Strict", lockout: { failureCount: 3 } });
    expect(await read(id)).to.deep.equal({ id, name: "Strict", ...noRules, lockout: { failureCount: 3 } });
  });

  it("answers no such number for a policy without a lockout", async () => {
    const id = simulator.createPasswordPolicy({ name: "Lax" });
    expect(await read(id)).to.deep.equal({ id, name: "Lax", ...noRules });
  });

  it("answers the rules as PingOne names them", async () => {
    const rules = {
      excludesCommonlyUsed: true,
      length: { min: 14, max: 64 },
      minCharacters: { "0123456789": 2 },
      history: { count: 6, retentionDays: 365 },
      lockout: { failureCount: 3, durationSeconds: 60 },
      maxAgeDays: 182,
    };
    const id = simulator.createPasswordPolicy({ name: "Strict", ...rules });
    expect(await read(id)).to.deep.equal({ id, name: "Strict", ...noRules, ...rules });
  });

  it("answers 404 for an unknown policy", async () => {
    const error = await refusalOf(PingOneApiError, read("00000000-0000-4000-8000-000000000000"));
    expect(error).to.include({ status: 404, code: "NOT_FOUND" });
  });

  it("is sent again after a failure that leaves it open", async () => {
    const id = simulator.createPasswordPolicy({ name: "Strict" });
    simulator.failNext("readPasswordPolicy", { status: 500 });
    await read(id);
    expect(calls(simulator)).to.deep.equal(["readPasswordPolicy", "readPasswordPolicy"]);
  });

  it("does not take an answer that is no policy", async () => {
    simulator.failNext("readPasswordPolicy", { status: 200, body: { name: "Strict" } }, 5);
    await refusalOf(PingOneResponseError, read("00000000-0000-4000-8000-000000000000"));
  });
});
