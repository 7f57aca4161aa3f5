import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import { describePolicy, policyInForce } from "../../provider/lifecycle/policy-in-force";
import { createRunReads } from "../../provider/lifecycle/run-reads";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import type { UserRef } from "../../provider/operations";
import { refusalOf } from "../errors/refusal-of";
import { laxReads, transportTo } from "../helpers/session";
import { addUser, calls, withSimulator } from "../helpers/with-simulator";
import { unknownUser } from "../operations/unknown-user";
import { user } from "./check-inputs";

withSimulator("policyInForce", (simulator) => {
  const find = (ref: UserRef) => policyInForce(createRunReads(transportTo(simulator)), ref);
  const described = async (ref: UserRef) => {
    const found = await find(ref);
    return found === undefined ? "none" : describePolicy(found);
  };

  it("is that of the user's population, with one read", async () => {
    const policy = simulator.createPasswordPolicy({ name: "Strict", length: { min: 20 } });
    simulator.createPopulation({ name: "Admins", passwordPolicy: policy });
    const ref = addUser(simulator, { population: "Admins" });
    expect((await find(ref))?.policy).to.deep.include({ id: policy, length: { min: 20, max: 255 } });
    expect(calls(simulator)).to.deep.equal(["readPasswordState"]);
    expect(await described(ref)).to.equal('the policy "Strict"');
  });

  it("is read by its id where PingOne does not send it along", async () => {
    const ref = addUser(simulator);
    const passwordPolicy = { id: simulator.readUser(ref.userId)?.password.passwordPolicyId };
    simulator.failNext("readPasswordState", { status: 200, body: { status: "OK", passwordPolicy } });
    expect(await described(ref)).to.equal('the policy "Standard"');
    expect(calls(simulator)).to.deep.equal(["readPasswordState", "readPasswordPolicy"]);
  });

  it("is the environment's default for a user who is not known yet, without asking for the user", async () => {
    const ref = { environmentId: simulator.environmentId, userId: UNKNOWN };
    expect(await described(ref)).to.equal(
      'the policy "Standard", the environment\'s default (the user is not known yet)',
    );
    expect(calls(simulator)).to.deep.equal(["listPasswordPolicies"]);
  });

  it("is the environment's default for a user that PingOne does not know", async () => {
    expect(await described(unknownUser(simulator))).to.equal(
      'the policy "Standard", the environment\'s default (PingOne does not know the user)',
    );
  });

  it("is the environment's default where PingOne names none", async () => {
    simulator.failNext("readPasswordState", { status: 200, body: { status: "OK" } });
    expect(await described(addUser(simulator))).to.equal(
      'the policy "Standard", the environment\'s default (PingOne names none for the user)',
    );
  });

  it("is nothing in an environment that is not known yet, and asks nothing", async () => {
    expect(await find({ environmentId: UNKNOWN, userId: UNKNOWN })).to.equal(undefined);
    expect(calls(simulator)).to.deep.equal([]);
  });

  it("does not take a policy that is gone for a user who is", async () => {
    const passwordPolicy = { id: "00000000-0000-4000-8000-000000000009" };
    simulator.failNext("readPasswordState", { status: 200, body: { status: "OK", passwordPolicy } });
    const error = await refusalOf(PingOneApiError, find(addUser(simulator)));
    expect(error).to.include({ operation: "readPasswordPolicy", status: 404 });
  });

  it("fails when the state cannot be read", async () => {
    simulator.failNext("readPasswordState", { status: 403 });
    expect((await refusalOf(PingOneApiError, find(addUser(simulator)))).status).to.equal(403);
  });
});

describe("policyInForce without a default policy", () => {
  it("is nothing", async () => {
    const reads = { ...laxReads, defaultPolicy: () => Promise.resolve(undefined) };
    expect(await policyInForce(reads, { ...user, userId: UNKNOWN })).to.equal(undefined);
  });
});

describe("describePolicy", () => {
  it("falls back on the id", () => {
    expect(describePolicy({ policy: { id: "p-1" }, note: ", by chance" })).to.equal(
      'the policy "p-1", by chance',
    );
  });
});
