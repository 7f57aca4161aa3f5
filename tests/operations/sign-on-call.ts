import { expect } from "chai";
import {
  PingOneApiError,
  PingOneError,
  PingOneNetworkError,
  PingOneResponseError,
} from "../../provider/errors";
import type { Flow } from "../../provider/operations";
import { readFlow } from "../../provider/operations/read-flow";
import type { OperationName, Simulator } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { calls } from "../helpers/with-simulator";
import { expectNoSecrets } from "../transport/expect-no-secrets";

/** One call of a sign-on, as the shared tests make it. */
export type SignOnCall = {
  readonly name: OperationName;
  /** A sign-on at the step that the call is made for. */
  readonly prepare: () => Promise<Flow>;
  readonly call: (flow: Flow) => Promise<unknown>;
  readonly isRepeatable: boolean;
  /** What its body holds that nothing may show. */
  readonly secrets: readonly string[];
};

const UNKNOWN_ID = "00000000-0000-4000-8000-000000000000";

/** The tests that every call of a sign-on passes, whatever it does. */
export function itIsACallOfASignOn(simulator: Simulator, signOnCall: SignOnCall): void {
  const { name, prepare, call, isRepeatable, secrets } = signOnCall;
  const refusedCall = async (flow: Flow) => refusalOf(PingOneApiError, call(flow));
  const callsOfIt = () => calls(simulator).filter((operation) => operation === name);

  it("asks for no token and sends none", async () => {
    await call(await prepare());
    expect(callsOfIt()).to.have.length(1);
    expect(simulator.ledger.entries.map(({ hasAuthorization }) => hasAuthorization)).not.to.include(true);
    expect(simulator.ledger.entries.map(({ operation }) => operation)).not.to.include("issueToken");
  });

  for (const [what, cookie] of [
    ["without the cookie", ""],
    ["with the cookie of another session", `ST=${UNKNOWN_ID}`],
  ] as const) {
    it(`is refused ${what}, which renews no token and leaves the sign-on where it is`, async () => {
      const flow = await prepare();
      simulator.ledger.clear();
      const error = await refusedCall({ ...flow, cookie });
      expect(error).to.include({ operation: name, status: 401, code: "ACCESS_FAILED" });
      expect(error.details[0]?.code).to.equal("INVALID_TOKEN");
      expect(error.message).to.contain("does not know this sign-on's session any more");
      expect(simulator.ledger.entries.map(({ operation }) => operation)).to.deep.equal([name]);
      const { status } = await transportTo(simulator)(readFlow, { flow });
      expect(status).to.equal(flow.status);
    });
  }

  it("answers 404 after 15 minutes without a call", async () => {
    const flow = await prepare();
    simulator.advance(15 * 60 * 1000);
    const error = await refusedCall(flow);
    expect(error).to.include({ operation: name, status: 404, code: "NOT_FOUND" });
    expect(error.message).to.contain("it was idle for 15 minutes");
  });

  it("answers 404 for a sign-on that PingOne does not know", async () => {
    const flow = { ...(await prepare()), id: UNKNOWN_ID, links: {} };
    expect(await refusedCall(flow)).to.include({ status: 404, code: "NOT_FOUND" });
    expect(simulator.ledger.entries.at(-1)?.path).to.equal(`/${flow.environmentId}/flows/${UNKNOWN_ID}`);
  });

  it(`is ${isRepeatable ? "" : "not "}sent again after a failure that leaves it open`, async () => {
    const flow = await prepare();
    simulator.ledger.clear();
    for (const fault of [{ status: 500 }, { drop: "after" }] as const) {
      simulator.failNext(name, fault);
      const attempt = call(flow);
      if (isRepeatable) {
        await attempt;
      } else if ("drop" in fault) {
        expect(await refusalOf(PingOneNetworkError, attempt)).to.include({ unclear: true });
      } else {
        expect(await refusalOf(PingOneApiError, attempt)).to.include({ status: 500 });
      }
    }
    expect(calls(simulator)).to.deep.equal(Array.from({ length: isRepeatable ? 4 : 2 }, () => name));
  });

  for (const body of ["<html>Sign on</html>", "", { status: "COMPLETED" }, { id: UNKNOWN_ID }, []]) {
    it(`does not take ${JSON.stringify(body)} for a sign-on`, async () => {
      const flow = await prepare();
      simulator.failNext(name, { status: 200, body }, 5);
      await refusalOf(PingOneResponseError, call(flow));
    });
  }

  it("withholds a refusal that repeats what is secret, the cookie included", async () => {
    const flow = await prepare();
    for (const secret of [...secrets, flow.cookie, flow.cookie.slice("ST=".length)]) {
      const body = {
        code: "INVALID_DATA",
        message: `no ${secret}`,
        details: [{ code: secret, message: "" }],
      };
      simulator.failNext(name, { status: 400, body });
      const error = await refusedCall(flow);
      expect(error.message).to.contain("INVALID_DATA").and.to.contain("withheld");
      expectNoSecrets(error, [secret]);
    }
  });

  it("sends nothing to another host, whatever the links say", async () => {
    const flow = await prepare();
    simulator.ledger.clear();
    const links = Object.fromEntries(
      Object.keys(flow.links).map((action) => [action, "http://127.0.0.1:9/flows"]),
    );
    const error = await refusalOf(PingOneError, call({ ...flow, links }));
    expect(error.message).to.contain("The sign-on leads to another address");
    expect(simulator.ledger.entries).to.deep.equal([]);
    expectNoSecrets(error, [...secrets, flow.cookie]);
  });
}
