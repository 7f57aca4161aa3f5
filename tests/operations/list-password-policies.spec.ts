import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import { listPasswordPolicies } from "../../provider/operations/list-password-policies";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { calls, lastRequest, withSimulator } from "../helpers/with-simulator";

withSimulator("listPasswordPolicies", (simulator) => {
  const list = (environmentId = simulator.environmentId) =>
    transportTo(simulator)(listPasswordPolicies, { environmentId });

  it("asks with GET and no media type", async () => {
    await list();
    expect(lastRequest(simulator)).to.deep.equal({
      method: "GET",
      path: `/v1/environments/${simulator.environmentId}/passwordPolicies`,
      contentTypes: [],
      body: undefined,
    });
  });

  it("answers all policies, one of them the default", async () => {
    const policies = await list();
    expect(policies.map(({ name }) => name)).to.have.members(["Standard", "Passphrase", "Basic"]);
    expect(policies.filter((policy) => policy.default === true)).to.have.length(1);
  });

  it("answers 404 for an unknown environment", async () => {
    const unknown = "00000000-0000-4000-8000-000000000000";
    expect(await refusalOf(PingOneApiError, list(unknown))).to.include({ status: 404 });
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("listPasswordPolicies", { status: 502, body: "<html>" });
    await list();
    expect(calls(simulator)).to.deep.equal(["listPasswordPolicies", "listPasswordPolicies"]);
  });

  for (const body of [{}, { _embedded: {} }, { _embedded: { passwordPolicies: [{ name: "no id" }] } }]) {
    it(`does not take ${JSON.stringify(body)} for an answer`, async () => {
      simulator.failNext("listPasswordPolicies", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, list());
    });
  }
});
