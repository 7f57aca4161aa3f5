import { expect } from "chai";
import { send, useBench } from "../bench";
import { useFlows } from "../flows/use-flows";

describe("readFlow", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const MINUTE = 60_000;

  it("answers where the flow is, as authorize did", async () => {
    const started = await flows.authorize();
    const { id } = started.body as { id: string };
    const cookie = (started.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const { status, body } = await flows.read({ id, cookie });
    expect(status).to.equal(200);
    expect(body).to.deep.equal(started.body);
  });

  it("answers the recorded 401 without the session cookie, or with another session's", async () => {
    const flow = await flows.start();
    const other = await flows.start();
    for (const cookie of ["", "ST=", "ST=made-up", other.cookie]) {
      const { status, body } = await flows.read({ id: flow.id, cookie });
      expect(status, cookie).to.equal(401);
      expect(body).to.have.nested.property("details[0].code", "INVALID_TOKEN");
    }
    expect((await flows.read(flow)).status).to.equal(200);
  });

  it("finds the cookie among others", async () => {
    const { id, cookie } = await flows.start();
    expect((await flows.read({ id, cookie: `a=b; ST=old; ${cookie}; c=d` })).status).to.equal(200);
  });

  it("takes no bearer token instead of the cookie", async () => {
    const { id } = await flows.start();
    const { url, environmentId } = bench.simulator;
    const token = (await bench.requestToken()).body as { access_token: string };
    const headers = { authorization: `Bearer ${token.access_token}` };
    expect((await send(`${url}/${environmentId}/flows/${id}`, { headers })).status).to.equal(401);
  });

  it("answers 404 once nothing has happened for 15 minutes", async () => {
    const flow = await flows.start();
    bench.simulator.advance(15 * MINUTE - 1000);
    expect((await flows.read(flow)).status).to.equal(200);
    bench.simulator.advance(15 * MINUTE - 1000);
    expect((await flows.read(flow)).status).to.equal(200);
    bench.simulator.advance(15 * MINUTE);
    const { status, body } = await flows.read(flow);
    expect(status).to.equal(404);
    expect(body).to.include({ code: "NOT_FOUND" });
  });

  it("is not kept alive by requests without the cookie", async () => {
    const flow = await flows.start();
    bench.simulator.advance(10 * MINUTE);
    await flows.read({ id: flow.id, cookie: "" });
    bench.simulator.advance(10 * MINUTE);
    expect((await flows.read(flow)).status).to.equal(404);
  });

  it("answers 404 for an unknown flow, one of another environment and one from before a reset", async () => {
    const flow = await flows.start();
    const { simulator } = bench;
    const other = simulator.createEnvironment();
    const headers = { cookie: flow.cookie };
    expect((await flows.read({ ...flow, id: "00000000-0000-4000-8000-000000000000" })).status).to.equal(404);
    expect((await send(`${simulator.url}/${other}/flows/${flow.id}`, { headers })).status).to.equal(404);
    simulator.reset();
    expect((await flows.read(flow)).status).to.equal(404);
  });
});
