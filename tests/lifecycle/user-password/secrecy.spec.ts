import { existsSync, readFileSync } from "node:fs";
import { inspect } from "node:util";
import { expect } from "chai";
import { PartialFailure, PingOneError, PingOneResponseError } from "../../../provider/errors";
import type { Props } from "../../../provider/lifecycle";
import { createRunReads } from "../../../provider/lifecycle/run-reads";
import type { Send } from "../../../provider/transport";
import { withFolder } from "../../delivery/with-folder";
import { recordReport, transportTo } from "../../helpers/session";
import { addUser, withSimulator } from "../../helpers/with-simulator";
import { breakAfter } from "./break-after";
import { upPassword } from "./up-password";

const planted = "Planted-Secret.%47";

withSimulator("UserPassword secrecy", (simulator) => {
  const path = withFolder();

  /** What goes wrong when a value is sent; answers the errors that come after operations that were carried out. */
  type Mishap = (value: string) => Readonly<Record<string, Error>>;

  /** Runs a program, and answers all that is said, thrown and kept on the way, together with what was sent as passwords. */
  async function run(args: Props, mishap: Mishap = () => ({})) {
    const secrets = new Set<string>();
    let failures: Readonly<Record<string, Error>> | undefined;
    const send = transportTo(simulator);
    const spying: Send = (operation, params) => {
      const sent = operation.secrets?.(params) ?? [];
      sent.forEach((secret) => secrets.add(secret));
      if (operation.name === "setPassword") {
        failures ??= mishap(sent[0] ?? "");
      }
      return breakAfter(send, failures ?? {})(operation, params);
    };
    const report = recordReport();
    const reads = createRunReads(send);
    const result = await upPassword(simulator, args, { send: spying, report, reads }).catch(
      (error: unknown) => error,
    );
    const kept = result instanceof PartialFailure ? result.properties : {};
    const told = inspect(
      { result, kept, infos: report.infos, warnings: report.warnings },
      { depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity },
    );
    return { told, result, secrets: [...secrets] };
  }

  const ways: readonly (readonly [what: string, mishap: Mishap])[] = [
    ["when all goes well", () => ({})],
    [
      "when PingOne repeats it in a refusal",
      (value) => {
        const body = { code: "INVALID_DATA", message: `The value ${value} is bad`, details: [] };
        simulator.failNext("setPassword", { status: 400, body });
        return {};
      },
    ],
    [
      "when it is refused for the history",
      (value) => {
        const innerError = { unsatisfiedRequirements: ["history"], history: value };
        const details = [{ code: "INVALID_VALUE", target: "password", message: value, innerError }];
        simulator.failNext("setPassword", {
          status: 400,
          body: { code: "INVALID_DATA", message: "", details },
        });
        return {};
      },
    ],
    [
      "when the connection breaks after it was sent",
      () => {
        simulator.failNext("setPassword", { drop: "after" });
        return {};
      },
    ],
    [
      "when PingOne is asked again",
      () => {
        simulator.failNext("setPassword", { status: 429, headers: { "retry-after": "0" } });
        return {};
      },
    ],
    [
      "when only half of it is known to be done",
      () => {
        simulator.failNext("readPasswordState", { status: 403 });
        return { setPassword: new PingOneResponseError("empty", true) };
      },
    ],
  ];
  for (const [what, mishap] of ways) {
    it(`says and keeps nothing of a declared value ${what}`, async () => {
      const { told, secrets } = await run({ ...addUser(simulator), value: planted }, mishap);
      expect(secrets).to.include(planted);
      expect(secrets.filter((secret) => told.includes(secret))).to.deep.equal([]);
    });

    it(`says and keeps nothing of a generated value ${what}`, async () => {
      const file = path("alice.txt");
      const args = { ...addUser(simulator), generate: {}, deliverTo: { file } };
      const { told, secrets } = await run(args, mishap);
      if (existsSync(file)) {
        expect(secrets).to.include(readFileSync(file, "utf8").trimEnd());
      }
      expect(secrets.filter((secret) => told.includes(secret))).to.deep.equal([]);
    });
  }

  const refused: readonly (readonly [what: string, args: Props])[] = [
    ["that the policy refuses", { value: "weak-planted" }],
    ["beside a wrong option", { value: planted, forceChange: planted }],
    ["beside a wrong name", { value: planted, [`x${planted.length}`]: planted }],
    ["beside a place", { value: planted, valueFrom: { env: planted } }],
    ["in the place of a place", { valueFrom: { env: planted } }],
    ["in the place of a recipe", { generate: { avoid: planted, length: planted }, exposeValue: true }],
    ["in the place of a policy's check", { value: planted, policyCheck: planted }],
  ];
  for (const [what, args] of refused) {
    it(`says nothing of a value ${what}`, async () => {
      const { told, result } = await run({ ...addUser(simulator), ...args });
      expect(result).to.be.instanceOf(Error).and.not.instanceOf(PingOneError);
      expect(told).not.to.contain(planted).and.not.to.contain("weak-planted");
    });
  }

  it("says nothing of a value that is taken over, or is not the one", async () => {
    const user = addUser(simulator, { password: "Other-Secret.41" });
    const missed = await run({ ...user, value: planted, adopt: true });
    expect(missed.result).to.be.instanceOf(PingOneError);
    expect(missed.told).not.to.contain(planted);
    const bob = addUser(simulator, { username: "bob", password: planted });
    expect((await run({ ...bob, value: planted, adopt: true })).told).not.to.contain(planted);
  });
});
