import { expect } from "chai";
import { useBench } from "./bench";

describe("ledger", () => {
  const bench = useBench();

  it("keeps each request as it came in and was answered", async () => {
    const userId = bench.simulator.createUser({ username: "alice", password: "x" });
    await bench.requestToken();
    const reply = await bench.password(userId, "POST", "check+json", { password: "x" });
    const { entries } = bench.simulator.ledger;
    expect(entries.map(({ operation }) => operation)).to.deep.equal([
      "issueToken",
      "issueToken",
      "checkPassword",
    ]);
    expect(entries.at(-1)).to.deep.include({
      method: "POST",
      path: `/v1/environments/${bench.simulator.environmentId}/users/${userId}/password`,
      contentTypes: ["application/vnd.pingidentity.password.check+json"],
      mediaType: "application/vnd.pingidentity.password.check+json",
      body: { password: "x" },
      hasAuthorization: true,
      status: 200,
      correlationId: reply.headers.get("correlation-id"),
    });
    expect(entries[0]?.body).to.deep.equal({ grant_type: "client_credentials" });
  });

  it("keeps requests that no operation answers", async () => {
    await bench.call("GET", "/nothing?x=1");
    const entry = bench.simulator.ledger.entries.at(-1);
    expect(entry).to.include({ operation: undefined, status: 404 });
    expect(entry?.path).to.contain("/nothing?x=1");
  });

  it("forgets at clear", async () => {
    await bench.requestToken();
    expect(bench.simulator.ledger.total).to.equal(1);
    bench.simulator.ledger.clear();
    expect(bench.simulator.ledger).to.deep.include({ entries: [], total: 0 });
  });
});
