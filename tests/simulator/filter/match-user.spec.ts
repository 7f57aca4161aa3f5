import { expect } from "chai";
import { USER_OPERATORS } from "../../../simulator/filter/filter";
import { matchUser } from "../../../simulator/filter/match-user";
import { parseFilter } from "../../../simulator/filter/parse-filter";
import { emptyEnvironment } from "../../../simulator/state/environment";
import { addUser } from "../../../simulator/users/add-user";

const USER = addUser(
  emptyEnvironment("e1", "Test"),
  { username: "Bob.Smith", email: "bob@example.com", name: { given: "Bob" }, externalId: "e1" },
  { id: "u1", populationId: "p1", now: 0 },
);

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
      expect(matchUser(parseFilter(filter, USER_OPERATORS))(USER)).to.equal(true);
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
      expect(matchUser(parseFilter(filter, USER_OPERATORS))(USER)).to.equal(false);
    });
  }

  for (const attribute of ["Username", "password", "constructor"]) {
    it(`refuses the attribute ${attribute}`, () => {
      expect(() => matchUser(parseFilter(`${attribute} eq "x"`, USER_OPERATORS))).to.throw();
    });
  }
});
