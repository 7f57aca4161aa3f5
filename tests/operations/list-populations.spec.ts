import { expect } from "chai";
import { PingOneApiError, PingOneResponseError } from "../../provider/errors";
import { listPopulations } from "../../provider/operations/list-populations";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { calls, lastRequest, withSimulator } from "../helpers/with-simulator";

withSimulator("listPopulations", (simulator) => {
  const list = (environmentId = simulator.environmentId, cursor?: string) =>
    transportTo(simulator)(listPopulations, { environmentId, cursor });

  it("asks with GET and no media type", async () => {
    await list();
    expect(lastRequest(simulator)).to.deep.equal({
      method: "GET",
      path: `/v1/environments/${simulator.environmentId}/populations`,
      contentTypes: [],
      body: undefined,
    });
  });

  it("answers all populations, one of them the default", async () => {
    const id = simulator.createPopulation({ name: "Staff" });
    const { populations } = await list();
    expect(populations).to.deep.include({ id, name: "Staff", default: false });
    expect(populations.filter((population) => population.default)).to.have.length(1);
  });

  it("reads policy, default and the next page's cursor", async () => {
    const populations = [
      { id: "p", name: "Staff", default: true, passwordPolicy: { id: "policy" }, userCount: 5 },
      { id: "q", name: 5, passwordPolicy: {} },
    ];
    const _links = { next: { href: "https://elsewhere.example/populations?cursor=two" } };
    simulator.failNext("listPopulations", { status: 200, body: { _links, _embedded: { populations } } });
    expect(await list()).to.deep.equal({
      populations: [
        { id: "p", name: "Staff", default: true, passwordPolicyId: "policy" },
        { id: "q", default: false },
      ],
      next: "two",
    });
  });

  it("asks for the page of a cursor", async () => {
    simulator.failNext("listPopulations", { status: 200, body: { _embedded: { populations: [] } } });
    expect(await list(simulator.environmentId, "a/b")).to.deep.equal({ populations: [] });
    expect(lastRequest(simulator).path).to.match(/\/populations\?cursor=a%2Fb$/);
  });

  it("answers 404 for an unknown environment", async () => {
    const unknown = "00000000-0000-4000-8000-000000000000";
    expect(await refusalOf(PingOneApiError, list(unknown))).to.include({ status: 404 });
  });

  it("is sent again after a failure that leaves it open", async () => {
    simulator.failNext("listPopulations", { status: 502, body: "<html>" });
    await list();
    expect(calls(simulator)).to.deep.equal(["listPopulations", "listPopulations"]);
  });

  for (const body of [{}, { _embedded: {} }, { _embedded: { populations: [{ name: "no id" }] } }]) {
    it(`does not take ${JSON.stringify(body)} for an answer`, async () => {
      simulator.failNext("listPopulations", { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, list());
    });
  }
});
