import { expect } from "chai";
import { send, useBench } from "../bench";
import { sendRaw } from "../wire/raw-request";
import { useFlows } from "./use-flows";

const VENDOR = "application/vnd.pingidentity.";

describe("flows on the wire", () => {
  const bench = useBench();
  const flows = useFlows(bench);
  const password = "Secret-Word.42";
  const start = async () => {
    const flow = await flows.start();
    return { ...flow, url: `${bench.simulator.url}/${bench.simulator.environmentId}/flows/${flow.id}` };
  };

  it("follows the vendor type of two Content-Type headers", async () => {
    bench.simulator.createUser({ username: "alice", password });
    const { url, cookie } = await start();
    const headers = [
      ["Cookie", cookie],
      ["Content-Type", "application/json"],
      ["Content-Type", `${VENDOR}usernamePassword.check+json; charset=utf-8`],
    ] as const;
    const { status } = await sendRaw(url, "POST", headers, JSON.stringify({ username: "alice", password }));
    expect(status).to.equal(200);
  });

  for (const body of ["", "null\n", "{}"]) {
    it(`takes the body ${JSON.stringify(body)} where none is needed`, async () => {
      const { url, cookie } = await start();
      const headers = [
        ["Cookie", cookie],
        ["Content-Type", `${VENDOR}session.reset+json`],
      ] as const;
      expect((await sendRaw(url, "POST", headers, body)).status).to.equal(200);
    });
  }

  it("answers 415 for a type no action has, once the session is known", async () => {
    const flow = await start();
    const headers = { "content-type": `${VENDOR}otp.check+json` };
    const known = { method: "POST", headers: { ...headers, cookie: flow.cookie }, body: "{}" };
    expect((await send(flow.url, known)).status).to.equal(415);
    expect((await send(flow.url, { method: "POST", headers, body: "{}" })).status).to.equal(401);
  });

  it("answers 400 for a body that is not JSON", async () => {
    const { url, cookie } = await start();
    const headers = { cookie, "content-type": `${VENDOR}usernamePassword.check+json` };
    expect((await send(url, { method: "POST", headers, body: "{" })).status).to.equal(400);
  });

  it("fails on demand, as every operation does", async () => {
    const flow = await start();
    bench.simulator.failNext("readFlow", { status: 503 });
    expect((await flows.read(flow)).status).to.equal(503);
    expect((await flows.read(flow)).status).to.equal(200);
  });

  it("keeps codes, passwords and cookies out of the ledger that is shown", async () => {
    bench.simulator.createUser({ username: "alice", password });
    const code = await flows.code("alice", password);
    await flows.exchange(code, { code_verifier: "a-verifier" });
    const { body } = await send(`${bench.simulator.url}/simulator/ledger`, {});
    const text = JSON.stringify(body);
    for (const secret of [code, password, "a-verifier", "ST="]) expect(text).not.to.contain(secret);
    expect(text).to.contain("checkUsernamePassword");
  });

  it("leaves nothing of a flow after a reset", async () => {
    bench.simulator.createUser({ username: "alice", password });
    const code = await flows.code("alice", password);
    bench.simulator.reset();
    expect((await flows.exchange(code)).body).to.include({ error: "invalid_grant" });
  });
});
