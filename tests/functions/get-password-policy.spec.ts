import { expect } from "chai";
import { PingOneApiError, PingOneConfigError, PingOneError } from "../../provider/errors";
import {
  getPasswordPolicy,
  type GetPasswordPolicyArgs,
  getPasswordPolicyOutput,
} from "../../provider/functions/get-password-policy";
import { refusalOf } from "../errors/refusal-of";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { settingsOf, valueOf, withoutMocks } from "./without-engine";

withSimulator("getPasswordPolicy", (simulator) => {
  beforeEach(withoutMocks);
  const base = () => ({ environmentId: simulator.environmentId, connection: settingsOf(simulator) });

  it("answers the environment's default policy, with PingOne's names", async () => {
    expect(await getPasswordPolicy(base())).to.deep.include({
      environmentId: simulator.environmentId,
      name: "Standard",
      default: true,
      length: { min: 8, max: 255 },
      lockout: { failureCount: 5, durationSeconds: 900 },
      history: { count: 6, retentionDays: 365 },
      maxRepeatedCharacters: 2,
    });
    expect(calls(simulator)).to.deep.equal(["listPasswordPolicies"]);
  });

  it("answers the policy in force for a user", async () => {
    const policyId = simulator.createPasswordPolicy({ name: "Strict", length: { min: 20 } });
    const population = simulator.createPopulation({ name: "Staff", passwordPolicy: "Strict" });
    const { userId } = addUser(simulator, { population });
    const policy = await getPasswordPolicy({ ...base(), userId });
    expect(policy).to.deep.include({ passwordPolicyId: policyId, name: "Strict" });
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "readPasswordPolicy"]);
  });

  it("does not answer the default policy where the user is misspelt", async () => {
    const error = await refusalOf(
      PingOneConfigError,
      getPasswordPolicy({ ...base(), userID: addUser(simulator).userId } as ReturnType<typeof base>),
    );
    expect(error.message).to.equal(
      `pingone.getPasswordPolicy (environmentId ${simulator.environmentId}): there is no argument "userID": did you mean userId? It takes environmentId, userId, connection, passwordPolicyId.`,
    );
    expect(calls(simulator)).to.deep.equal([]);
    const others = { ...base(), username: "alice", email: "alice@example.com", id: "x" };
    expect((await getPasswordPolicy(others)).name).to.equal("Standard");
  });

  it("answers the policy of an id", async () => {
    const passwordPolicyId = simulator.createPasswordPolicy({ name: "Strict" });
    expect((await getPasswordPolicy({ ...base(), passwordPolicyId })).name).to.equal("Strict");
    expect(calls(simulator)).to.deep.equal(["readPasswordPolicy"]);
  });

  it("fails for a policy that does not exist", async () => {
    const call = getPasswordPolicy({
      ...base(),
      passwordPolicyId: "00000000-0000-4000-8000-000000000000",
    });
    expect(await refusalOf(PingOneApiError, call)).to.include({ status: 404 });
  });

  it("does not take a user and a policy at once, nor an id that is none", async () => {
    const { userId } = addUser(simulator);
    const given = { ...base(), userId, passwordPolicyId: userId };
    // No program that compiles says this; one in JavaScript may.
    const both = getPasswordPolicy(given as unknown as GetPasswordPolicyArgs);
    expect((await refusalOf(PingOneConfigError, both)).message).to.contain("not both");
    const wrong = getPasswordPolicy({ ...base(), passwordPolicyId: "Standard" });
    expect((await refusalOf(PingOneConfigError, wrong)).message).to.contain("passwordPolicyId");
    expect(simulator.ledger.entries).to.have.length(0);
  });

  it("says so when the environment has no default policy", async () => {
    simulator.failNext("listPasswordPolicies", {
      status: 200,
      body: { _embedded: { passwordPolicies: [] } },
    });
    expect((await refusalOf(PingOneError, getPasswordPolicy(base()))).message).to.contain(
      "no default policy",
    );
  });

  it("waits for outputs", async () => {
    expect((await valueOf(getPasswordPolicyOutput(base()))).name).to.equal("Standard");
  });
});
