import * as fc from "fast-check";
import { expect } from "chai";
import { PingOneApiError } from "../../provider/errors";
import type { UserRef } from "../../provider/operations";
import { readPasswordPolicy } from "../../provider/operations/read-password-policy";
import { setPassword } from "../../provider/operations/set-password";
import { userPath } from "../../provider/operations/user";
import { checkPolicy, generatePassword } from "../../provider/policy";
import type { Operation, Send } from "../../provider/transport";
import { unsatisfiedRequirements } from "../../provider/transport";
import type { Simulator } from "../../simulator";
import { refusalOf } from "../errors/refusal-of";
import { transportTo } from "../helpers/session";
import { addUser, withSimulator } from "../helpers/with-simulator";
import { type Attributes, type Rules, type Triple, triples } from "./random-triples";

const isLong = process.env["TEST_ALL"] === "1";

/** The seed stands in the message of a failure; TEST_SEED=<seed> draws the same triples again. */
const drawing = {
  numRuns: isLong ? 20_000 : 200,
  ...(process.env["TEST_SEED"] === undefined ? {} : { seed: Number(process.env["TEST_SEED"]) }),
};

/** What only PingOne can know. */
const SERVERS_OWN = ["history", "excludesCommonlyUsed"];

const replaceUser: Operation<UserRef & { readonly attributes: Attributes }, true> = {
  name: "replaceUser",
  method: "PUT",
  path: userPath,
  mediaType: "application/json",
  body: ({ attributes }) => attributes,
  repeatable: true,
  parse: () => true,
};

withSimulator("checkPolicy and PingOne", (simulator) => {
  let send: Send;
  let user: UserRef;
  let policyId: string;
  beforeEach(() => {
    send = transportTo(simulator);
    policyId = simulator.createPasswordPolicy({ name: "Random" });
    simulator.createPopulation({ name: "Random", passwordPolicy: policyId });
    user = addUser(simulator, { population: "Random" });
  });

  /** Puts a policy and a user in place, and reads the policy as the provider does. */
  async function arrange({ rules, attributes }: Triple) {
    replaceRules(simulator, policyId, rules);
    await send(replaceUser, { ...user, attributes });
    return send(readPasswordPolicy, { environmentId: user.environmentId, policyId });
  }

  it("agree on every rule of random policies, users and passwords", async function () {
    this.timeout(isLong ? 600_000 : 20_000);
    await fc.assert(
      fc.asyncProperty(triples, async (triple) => {
        const policy = await arrange(triple);
        const { password } = triple;
        const predicted = checkPolicy(policy, { password, profile: valuesOf(triple.attributes) });
        const decided = (await unmetBy(send, user, password)).filter((rule) => !SERVERS_OWN.includes(rule));
        expect(predicted.map(({ rule }) => rule).sort()).to.deep.equal(decided.sort());
        simulator.ledger.clear();
      }),
      drawing,
    );
  });

  it("agree on every generated password", async function () {
    this.timeout(isLong ? 600_000 : 20_000);
    const recipes = fc.record({
      more: fc.option(fc.nat(50), { nil: undefined, freq: 2 }),
      avoid: fc.constantFrom("ambiguous" as const, undefined),
    });
    await fc.assert(
      fc.asyncProperty(triples, recipes, async (triple, { more, avoid }) => {
        const policy = await arrange(triple);
        const { min = 8, max = 255 } = policy.length ?? {};
        const length = more === undefined ? undefined : Math.min(min + more, max);
        const password = generatePassword(policy, { length, avoid });
        // Room for all that these policies ask for at most.
        if ((length ?? max) >= 24) {
          expect(password).not.to.equal(undefined);
        }
        expect(password === undefined ? [] : await unmetBy(send, user, password)).to.deep.equal([]);
        simulator.ledger.clear();
      }),
      drawing,
    );
  });

  it("tell the seed where they do not agree", async () => {
    const wrong = fc.asyncProperty(triples, () => Promise.resolve(false));
    const error = await refusalOf(Error, fc.assert(wrong, { seed: 42 }));
    expect(error.message).to.contain("seed: 42").and.to.contain("Counterexample");
  });
});

/** The rules that PingOne names when it refuses a set; none when it takes it. */
async function unmetBy(send: Send, user: UserRef, value: string): Promise<string[]> {
  try {
    await send(setPassword, { ...user, value, forceChange: false });
    return [];
  } catch (error) {
    if (error instanceof PingOneApiError && error.status === 400) {
      const rules = error.details.flatMap(({ innerError }) => unsatisfiedRequirements(innerError));
      return rules.length > 0 ? rules : expect.fail(error.message);
    }
    throw error;
  }
}

/** The whole policy anew: what the rules leave out is not enforced. */
function replaceRules(simulator: Simulator, policyId: string, rules: Rules): void {
  simulator.updatePasswordPolicy(policyId, {
    length: null,
    minCharacters: null,
    minComplexity: null,
    maxRepeatedCharacters: null,
    minUniqueCharacters: null,
    alphabetSequenceRule: null,
    numberSequenceRule: null,
    qwertySequenceRule: null,
    shiftedNumberRowSequenceRule: null,
    ...rules,
  });
}

function valuesOf({ name = {}, ...attributes }: Attributes): string[] {
  return [...Object.values(attributes), ...Object.values(name)];
}
