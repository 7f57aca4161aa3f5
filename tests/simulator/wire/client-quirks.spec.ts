import { expect } from "chai";
import { textAt, useBench } from "../bench";
import { sendRaw } from "./raw-request";

const VENDOR = "application/vnd.pingidentity.";

describe("client quirks", () => {
  const bench = useBench();

  async function sendTyped(path: string, method: string, types: readonly string[], body = "") {
    const { simulator } = bench;
    const token = textAt((await bench.requestToken()).body, "access_token");
    const headers = types.map((type) => ["Content-Type", type] as const);
    const url = `${simulator.url}/v1/environments/${simulator.environmentId}${path}`;
    return sendRaw(url, method, [["Authorization", `Bearer ${token}`], ...headers], body);
  }

  it("follows the vendor type of two Content-Type headers on POST", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "x", locked: true });
    const types = ["application/json", `${VENDOR}password.unlock+json`];
    const { status } = await sendTyped(`/users/${userId}/password`, "POST", types, "null\n");
    expect(status).to.equal(200);
    expect(bench.simulator.readUser(userId)?.password.status).to.equal("OK");
    expect(bench.simulator.ledger.entries.at(-1)).to.deep.include({
      operation: "unlockPassword",
      contentTypes: types,
      mediaType: types[1],
    });
  });

  it("follows the vendor type of two Content-Type headers on PUT", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const types = ["application/json", `${VENDOR}password.set+json`];
    const body = JSON.stringify({ value: "Secret-Word.42" });
    expect((await sendTyped(`/users/${userId}/password`, "PUT", types, body)).status).to.equal(200);
  });

  it("follows the vendor type of two Content-Type headers on the account", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const types = ["application/json", `${VENDOR}account.lock+json`];
    expect((await sendTyped(`/users/${userId}`, "POST", types)).status).to.equal(200);
  });

  for (const body of ["", "null", "null\n", "{}", " "]) {
    it(`takes the body ${JSON.stringify(body)} where none is needed`, async () => {
      const userId = bench.simulator.createUser({ username: "alice", password: "x" });
      const types = [`${VENDOR}password.forceChange`];
      expect((await sendTyped(`/users/${userId}/password`, "POST", types, body)).status).to.equal(200);
    });
  }

  it("reads a type with a charset", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    const types = [`${VENDOR}password.set+json; charset=utf-8`];
    const body = JSON.stringify({ value: "Secret-Word.42" });
    expect((await sendTyped(`/users/${userId}/password`, "PUT", types, body)).status).to.equal(200);
  });

  it("takes a DELETE with a content type and no body", async () => {
    const userId = bench.simulator.createUser({ username: "alice" });
    expect((await sendTyped(`/users/${userId}`, "DELETE", ["application/json"])).status).to.equal(204);
  });
});
