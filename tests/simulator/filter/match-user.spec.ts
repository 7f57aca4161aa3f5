import { expect } from "chai";
import { matchUser } from "../../../simulator/filter/match-user";
import { parseFilter } from "../../../simulator/filter/parse-filter";
import { emptyPasswordRecord } from "../../../simulator/password/password-record";
import type { User } from "../../../simulator/state/user";

const USER: User = {
  id: "u1",
  sequence: 1,
  attributes: { username: "Bob.Smith", email: "bob@example.com", name: { given: "Bob" }, externalId: "e1" },
  populationId: "p1",
  enabled: true,
  emailVerified: false,
  lifecycleStatus: "ACCOUNT_OK",
  accountLockedAt: undefined,
  password: emptyPasswordRecord(),
  createdAt: 0,
  updatedAt: 0,
};

describe("matchUser", () => {
  const matching = [
    'username eq "bob.smith"',
    'username sw "BOB"',
    'username ew "smith"',
    'email co "@example"',
    'name.given eq "Bob"',
    'population.id eq "p1"',
    'externalId eq "e1"',
    "enabled eq true",
    'enabled eq "true"',
    'username eq "other" or email sw "bob"',
    'username sw "b" and (name.given eq "x" or enabled eq true)',
  ];
  for (const filter of matching) {
    it(`finds the user by ${filter}`, () => {
      expect(matchUser(parseFilter(filter))(USER)).to.equal(true);
    });
  }

  const missing = [
    'username eq "bob"',
    'name.family co ""',
    'nickname eq "x"',
    "enabled eq false",
    "enabled sw true",
    'username sw "b" and email sw "x"',
  ];
  for (const filter of missing) {
    it(`does not find the user by ${filter}`, () => {
      expect(matchUser(parseFilter(filter))(USER)).to.equal(false);
    });
  }

  for (const attribute of ["Username", "password", "constructor"]) {
    it(`refuses the attribute ${attribute}`, () => {
      expect(() => matchUser(parseFilter(`${attribute} eq "x"`))).to.throw();
    });
  }
});
