import { inspect } from "node:util";
import { expect } from "chai";
import { type PolicyCheck, predictPolicy } from "../../provider/lifecycle/predict-policy";
import { createRunReads } from "../../provider/lifecycle/run-reads";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import type { UserRef } from "../../provider/operations";
import { setPassword } from "../../provider/operations/set-password";
import type { Send } from "../../provider/transport";
import { createTransport } from "../../provider/transport/transport";
import { connectionTo, laxReads, quickRetry, recordReport, transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "../operations/unknown-user";
import { user as someUser } from "./check-inputs";

const good = "Secret-Word.42";
const UNMET =
  "needs 4 more characters (at least 8); needs 1 more upper-case letter; needs 1 more digit; needs 1 more special character; needs 1 more different character (at least 5)";
const REST =
  "; PingOne alone can check the password history, PingOne's list of common passwords and the user's profile data";
const UNREADABLE = "value is not checked against the password policy, which cannot be read: ";

withSimulator("predictPolicy", (simulator) => {
  async function predict(
    user: UserRef,
    value: string,
    {
      level = "error",
      send = transportTo(simulator),
    }: { level?: Exclude<PolicyCheck, "off">; send?: Send } = {},
  ) {
    const report = recordReport();
    const failures = await predictPolicy(createRunReads(send), user, value, level, report);
    const { infos, warnings } = report;
    expect(inspect({ failures, infos, warnings })).not.to.contain(value);
    return { failures: failures.map(({ reason }) => reason), infos, warnings };
  }

  it("says that a value satisfies the policy, and what only PingOne can check", async () => {
    expect(await predict(addUser(simulator), good)).to.deep.equal({
      failures: [],
      infos: [`value satisfies the policy "Standard"${REST}.`],
      warnings: [],
    });
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
  });

  it("leaves nothing over for PingOne where the policy has no such rule", async () => {
    simulator.createPasswordPolicy({ name: "Short", length: { min: 8 }, default: true });
    expect((await predict(addUser(simulator), good)).infos).to.deep.equal([
      'value satisfies the policy "Short".',
    ]);
  });

  for (const [rules, rest] of [
    [{ history: { count: 1, retentionDays: 1 } }, "the password history"],
    [
      { excludesCommonlyUsed: true, excludesProfileData: true },
      "PingOne's list of common passwords and the user's profile data",
    ],
  ] as const) {
    it(`lists ${rest}`, async () => {
      simulator.createPasswordPolicy({ name: "Some", default: true, ...rules });
      expect((await predict(addUser(simulator), good)).infos).to.deep.equal([
        `value satisfies the policy "Some"; PingOne alone can check ${rest}.`,
      ]);
    });
  }

  it("fails with every rule that is not met", async () => {
    expect(await predict(addUser(simulator), "weak")).to.deep.equal({
      failures: [`value does not satisfy the policy "Standard": ${UNMET}.`],
      infos: [],
      warnings: [],
    });
  });

  it("only warns of them with policyCheck warn", async () => {
    expect(await predict(addUser(simulator), "weak", { level: "warn" })).to.deep.equal({
      failures: [],
      infos: [],
      warnings: [`value does not satisfy the policy "Standard": ${UNMET}.`],
    });
  });

  it("warns of a rule whose reading is not certain, and does not promise the rest", async () => {
    simulator.createPasswordPolicy({ name: "Days", minComplexity: 7, length: { min: 8 }, default: true });
    const perhaps =
      'value may not satisfy the policy "Days", as far as PingOne documents it: can be guessed within 7 days: make it longer, or mix more kinds of characters.';
    expect(await predict(addUser(simulator), "abcdefghij")).to.deep.equal({
      failures: [],
      infos: [],
      warnings: [perhaps],
    });
    expect(await predict(addUser(simulator, { username: "bob" }), "abcdefg")).to.deep.equal({
      failures: ['value does not satisfy the policy "Days": needs 1 more character (at least 8).'],
      infos: [],
      warnings: [perhaps],
    });
  });

  it("takes the default policy for a user who is not known yet, or not to PingOne, and says so", async () => {
    const unknown = { environmentId: simulator.environmentId, userId: UNKNOWN };
    const { failures, warnings } = await predict(unknown, "weak");
    expect(failures, "another policy may take it").to.deep.equal([]);
    expect(warnings).to.deep.equal([
      `value does not satisfy the policy "Standard", the environment's default (the user is not known yet): ${UNMET}. The user may have another policy, which PingOne holds it to.`,
    ]);
    expect((await predict(unknown, good)).infos).to.deep.equal([
      `value satisfies the policy "Standard", the environment's default (the user is not known yet)${REST}.`,
    ]);
    expect((await predict(unknownUser(simulator), "weak")).warnings.join()).to.contain(
      "the environment's default (PingOne does not know the user)",
    );
    expect((await predict(unknownUser(simulator), good)).infos, "there is nobody to set it").to.deep.equal(
      [],
    );
  });

  it("says nothing while the environment is not known", async () => {
    const nothing = { failures: [], infos: [], warnings: [] };
    expect(await predict({ environmentId: UNKNOWN, userId: UNKNOWN }, "weak")).to.deep.equal(nothing);
  });

  it("fails with wrong credentials, because nothing else would work either", async () => {
    const worker = { ...simulator.worker, clientSecret: "not-the-secret" };
    const send = createTransport(connectionTo(simulator, worker), { retry: quickRetry });
    const { failures, warnings, infos } = await predict(addUser(simulator), good, { send });
    expect(failures).to.have.length(1);
    expect(failures.join()).to.contain("invalid_client").and.not.to.contain("not-the-secret");
    expect([...warnings, ...infos]).to.deep.equal([]);
  });

  it("fails with a token that PingOne does not take", async () => {
    simulator.failNext("readPasswordState", { status: 401 }, 2);
    const { failures, warnings } = await predict(addUser(simulator), good);
    expect(failures.join()).to.match(
      /^readPasswordState failed: 401.* PingOne does not accept the access token/,
    );
    expect(warnings).to.deep.equal([]);
  });

  it("warns without the rights to read it", async () => {
    const send = createTransport(connectionTo(simulator, simulator.createWorker({ roles: [] })), {
      retry: quickRetry,
    });
    const { failures, warnings } = await predict(addUser(simulator), "weak", { send });
    expect(failures).to.deep.equal([]);
    expect(warnings).to.have.length(1);
    expect(warnings.join())
      .to.contain(`${UNREADABLE}readPasswordState failed: 403 ACCESS_FAILED`)
      .and.to.contain("Give the worker application the role Identity Data Admin");
  });

  it("warns when PingOne has a problem, and without a network", async () => {
    simulator.failNext("readPasswordState", { status: 503 }, 5);
    const problem = await predict(addUser(simulator), "weak");
    expect(problem.failures).to.deep.equal([]);
    expect(problem.warnings.join()).to.contain(`${UNREADABLE}readPasswordState failed: 503`);
    simulator.failNext("readPasswordState", { drop: "before" }, 5);
    const offline = await predict(addUser(simulator, { username: "bob" }), "weak");
    expect(offline.failures).to.deep.equal([]);
    expect(offline.warnings.join()).to.contain(UNREADABLE).and.to.contain("the connection broke");
  });

  it("agrees with what PingOne then does", async () => {
    const user = addUser(simulator);
    for (const value of ["weak", good]) {
      const { failures } = await predict(user, value);
      simulator.ledger.clear();
      const set = transportTo(simulator)(setPassword, { ...user, value, forceChange: false });
      expect(
        await set.then(
          () => true,
          () => false,
        ),
      ).to.equal(failures.length === 0);
    }
  });
});

describe("predictPolicy", () => {
  it("lets a bug through", async () => {
    const reads = { ...laxReads, state: () => Promise.reject(new RangeError("a bug")) };
    const error = await predictPolicy(reads, someUser, good, "error", recordReport()).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).to.be.instanceOf(RangeError);
  });
});
