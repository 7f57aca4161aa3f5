import { expect } from "chai";
import fc from "fast-check";
import { USER_OPERATORS } from "../../../simulator/filter/filter";
import { matchUser } from "../../../simulator/filter/match-user";
import { parseFilter } from "../../../simulator/filter/parse-filter";
import { selectUsers } from "../../../simulator/filter/select-users";
import { emptyEnvironment } from "../../../simulator/state/environment";
import { addUser } from "../../../simulator/users/add-user";

const FILTERS = [
  'username eq "USER1"',
  'externalId eq "x1"',
  'externalId eq "X2" and population.id eq "P1"',
  'population.id eq "p2" and (enabled eq true and externalId eq "x1")',
  'externalId eq "x1" or population.id eq "p2"',
  'externalId eq "none"',
  'externalId sw "x" and username co "3"',
  "externalId eq true",
].map((text) => parseFilter(text, USER_OPERATORS));

describe("selectUsers", () => {
  it("selects whom a look at everybody selects, whatever has happened to them", () => {
    const change = fc.record({
      kind: fc.constantFrom("add", "attributes", "population", "delete"),
      which: fc.nat({ max: 9 }),
      externalId: fc.constantFrom(undefined, "x1", "X1", "x2"),
      populationId: fc.constantFrom("p1", "p2"),
    });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 60 }), (changes) => {
        const environment = emptyEnvironment("e1", "Test");
        const { users } = environment;
        let added = 0;
        for (const { kind, which, externalId, populationId } of changes) {
          const user = users.all()[which];
          const attributes = {
            username: `user${added}`,
            ...(externalId === undefined ? {} : { externalId }),
          };
          if (kind === "add") addUser(environment, attributes, { populationId, now: 0 });
          else if (user === undefined) continue;
          else if (kind === "attributes") users.replaceAttributes(user, attributes);
          else if (kind === "population") users.moveToPopulation(user, populationId);
          else users.delete(user);
          added += 1;
        }
        for (const filter of FILTERS) {
          expect(selectUsers(users, filter)).to.deep.equal(users.all().filter(matchUser(filter)));
        }
      }),
    );
  });

  it("refuses an attribute that cannot be filtered by, beside one that is looked up", () => {
    const { users } = emptyEnvironment("e1", "Test");
    const filter = parseFilter('username eq "a" and constructor eq "b"', USER_OPERATORS);
    expect(() => selectUsers(users, filter)).to.throw();
  });
});
