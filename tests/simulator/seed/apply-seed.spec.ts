import { expect } from "chai";
import { addSeedEnvironment } from "../../../simulator/seed/apply-seed";
import type { EnvironmentSeed } from "../../../simulator/seed/apply-seed";
import { defaultPopulation } from "../../../simulator/state/environment";
import type { Environment } from "../../../simulator/state/environment";
import { State } from "../../../simulator/state/state";

describe("addSeedEnvironment", () => {
  const add = (seed: EnvironmentSeed): Environment =>
    addSeedEnvironment(new State(), { id: "e1", name: "Test" }, seed, 0);
  const policies = (environment: Environment) =>
    [...environment.passwordPolicies.values()].map(({ fields, isDefault }) => [fields.name, isDefault]);

  it("gives every environment three policies and a population", () => {
    const environment = add({});
    expect(policies(environment)).to.deep.equal([
      ["Standard", true],
      ["Passphrase", false],
      ["Basic", false],
    ]);
    expect(defaultPopulation(environment)?.name).to.equal("Default");
  });

  it("takes the same ids at every start when the seed names none", () => {
    const seed = { populations: [{ name: "Staff" }], users: [{ username: "alice" }] };
    const ids = () => {
      const { passwordPolicies, populations, users } = add(seed);
      return [...passwordPolicies.keys(), ...populations.keys(), ...users.all().map(({ id }) => id)];
    };
    expect(ids()).to.deep.equal(ids());
    expect(new Set(ids()).size).to.equal(6);
    for (const id of ids()) expect(id).to.match(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
  });

  it("lets a policy of the same name take a built-in one's place", () => {
    expect(policies(add({ passwordPolicies: [{ name: "Standard" }] }))).to.deep.equal([
      ["Passphrase", false],
      ["Basic", false],
      ["Standard", true],
    ]);
    expect(policies(add({ passwordPolicies: [{ name: "Own", default: true }] }))[0]).to.deep.equal([
      "Standard",
      false,
    ]);
  });

  it("takes the seed's default population, or its Default, or adds one", () => {
    const nameOf = (populations: EnvironmentSeed["populations"] = []) => {
      const environment = add({ populations });
      return [defaultPopulation(environment)?.name, environment.populations.size];
    };
    expect(nameOf([{ name: "Staff", default: true }])).to.deep.equal(["Staff", 1]);
    expect(nameOf([{ name: "Default" }])).to.deep.equal(["Default", 1]);
    expect(nameOf([{ name: "Staff" }])).to.deep.equal(["Default", 2]);
  });

  const wrong: readonly (readonly [EnvironmentSeed, string])[] = [
    [{ users: [{ username: "a" }, { username: "A" }] }, "users[1].username is unique"],
    [{ users: [{ username: "a", email: "b" }] }, "users[0].email must be a well-formed email address"],
    [{ users: [{ username: "a", population: "x" }] }, "users[0].population names no population: x"],
    [{ users: [{ username: "a", locked: true }] }, "users[0].locked needs a password"],
    [{ users: [{ username: "a", forceChange: true }] }, "users[0].forceChange needs a password"],
    [
      { users: [{ username: "a", password: "x", external: true }] },
      "users[0].password cannot stand beside external",
    ],
    [
      { populations: [{ name: "a", passwordPolicy: "x" }] },
      "populations[0].passwordPolicy names no password policy: x",
    ],
    [{ populations: [{ name: "a" }, { name: "a" }] }, "populations[1].id is used twice"],
    [
      { passwordPolicies: [{ name: "a", length: { min: 3 } }] },
      "passwordPolicies[0].length.min must be between 8 and 32",
    ],
    [
      { passwordPolicies: [{ name: "a", qwertySequenceRule: { maxLength: 4 } }] },
      "passwordPolicies[0].qwertySequenceRule.maxLength must be between 3 and 3",
    ],
    [
      { passwordPolicies: [{ name: "a", minComplexity: 0 }] },
      "passwordPolicies[0].minComplexity must be greater than or equal to 1",
    ],
  ];
  for (const [seed, message] of wrong) {
    it(`says: ${message}`, () => {
      expect(() => add(seed)).to.throw(`Wrong seed: ${message}`);
    });
  }

  it("never tells a password when it refuses an entry", () => {
    const users = [{ username: "a", password: "hunter2", email: "b" }];
    expect(() => add({ users }))
      .to.throw()
      .with.property("message")
      .that.does.not.contain("hunter2");
  });
});
