import { expect } from "chai";
import { PartialFailure, PingOneApiError } from "../../../provider/errors";
import { operations } from "../../../provider/operations";
import { refusalOf } from "../../errors/refusal-of";
import { recordReport, transportTo } from "../../helpers/session";
import { calls, lastRequest, withSimulator } from "../../helpers/with-simulator";
import { declareUser, keptAfter, OWNER, refOf, upUser } from "./up-user";

withSimulator("User create", (simulator) => {
  it("creates what is declared with one call, marked as its own", async () => {
    const population = simulator.createPopulation({ name: "Staff" });
    const name = { given: "Alice", family: "Archer" };
    const stored = await upUser(simulator, { email: "alice@example.com", name, population, enabled: true });
    expect(calls(simulator)).to.deep.equal(["createUser"]);
    expect(lastRequest(simulator).body).to.deep.equal({
      username: "alice",
      email: "alice@example.com",
      name,
      population: { id: population },
      enabled: true,
      externalId: OWNER,
    });
    expect(stored.outs).to.deep.equal({
      username: "alice",
      email: "alice@example.com",
      name,
      population,
      enabled: true,
      account: { status: "OK", canAuthenticate: true },
    });
  });

  it("keeps no more in the state than is declared, and the account", async () => {
    const { id, outs } = await upUser(simulator);
    expect(lastRequest(simulator).body).to.deep.equal({ username: "alice", externalId: OWNER });
    expect(outs).to.deep.equal({ username: "alice", account: { status: "OK", canAuthenticate: true } });
    expect(id).to.match(new RegExp(`^${simulator.environmentId}/[0-9a-f-]{36}$`));
  });

  it("creates a disabled user", async () => {
    const stored = await upUser(simulator, { enabled: false });
    expect(stored.outs).to.deep.include({
      enabled: false,
      account: { status: "OK", canAuthenticate: false },
    });
    expect(simulator.readUser(refOf(stored).userId)?.enabled).to.equal(false);
  });

  describe("where PingOne leaves out what it was given", () => {
    /** Creates without what a tenant may not look at. */
    const forgetful = () => {
      const send = transportTo(simulator);
      return ((operation, params) =>
        send(
          operation === (operations.createUser as unknown)
            ? {
                ...operation,
                body: (given: typeof params) => ({ ...operation.body?.(given), enabled: undefined }),
              }
            : operation,
          params,
        )) as typeof send;
    };

    it("makes up for it with another call", async () => {
      const stored = await upUser(simulator, { enabled: false }, { send: forgetful() });
      expect(calls(simulator)).to.deep.equal(["createUser", "updateUserEnabled"]);
      expect(stored.outs).to.deep.include({
        enabled: false,
        account: { status: "OK", canAuthenticate: false },
      });
    });

    it("keeps the user when that call fails, and the next run goes on with it", async () => {
      simulator.failNext("updateUserEnabled", { status: 403 });
      const failure = await refusalOf(
        PartialFailure,
        upUser(simulator, { enabled: false }, { send: forgetful() }),
      );
      expect(failure.properties).to.include({ username: "alice", enabled: true });
      const before = keptAfter(failure, declareUser(simulator, { enabled: false }));
      simulator.ledger.clear();
      const stored = await upUser(simulator, { enabled: false }, { before });
      expect(calls(simulator)).to.deep.equal(["updateUserEnabled"]);
      expect(stored.outs.enabled).to.equal(false);
    });
  });

  it("tells PingOne's refusal, and keeps nothing", async () => {
    const nobodys = "00000000-0000-4000-8000-000000000000";
    const error = await refusalOf(PingOneApiError, upUser(simulator, { population: nobodys }));
    expect(error).to.include({ operation: "createUser", status: 400 });
    expect(calls(simulator)).to.deep.equal(["createUser"]);
  });

  it("says nothing when all is as it should be", async () => {
    const report = recordReport();
    await upUser(simulator, {}, { report });
    expect([...report.infos, ...report.warnings]).to.deep.equal([]);
  });
});
