import { expect } from "chai";
import fc from "fast-check";
import {
  type Account,
  blend,
  declares,
  fieldsIn,
  heldOf,
  pack,
  unpack,
} from "../../../provider/lifecycle/test-users/account";

const fields = fc.record(
  {
    username: fc.string(),
    email: fc.string(),
    "name.given": fc.string(),
    "name.family": fc.string(),
    population: fc.string(),
    enabled: fc.boolean(),
  },
  { requiredKeys: [] },
);

const accounts: fc.Arbitrary<Account> = fc.record({
  id: fc.uuid(),
  status: fc.constantFrom("OK", "MUST_CHANGE_PASSWORD", "NO_PASSWORD", "UNKNOWN", "SOMETHING_NEW"),
  lastChangedAt: fc.option(
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    { nil: undefined },
  ),
  held: fields.map(heldOf),
  isAdopted: fc.boolean(),
  forceChange: fc.boolean(),
});

describe("pack", () => {
  it("is undone by unpack", () => {
    fc.assert(
      fc.property(accounts, (account) => {
        expect(unpack(pack(account))).to.deep.equal(account);
      }),
    );
  });

  it("takes a status of PingOne's whatever it is", () => {
    const account = { id: "u", status: "A NEW\none", held: heldOf({}), isAdopted: true, forceChange: false };
    expect(unpack(pack(account))).to.deep.equal({
      ...account,
      status: "A_NEW_one",
      lastChangedAt: undefined,
    });
  });

  it("takes no more than 100 characters for a user of three columns", () => {
    const held = heldOf({ username: "bob", email: "bob@example.com", "name.given": "Bob" });
    const lastChangedAt = new Date(0).toISOString();
    const id = "a11ce000-0000-4000-8000-000000000001";
    const packed = pack({ id, status: "OK", lastChangedAt, held, isAdopted: false, forceChange: false });
    expect(packed.length).to.be.at.most(100);
  });
});

describe("heldOf", () => {
  it("knows which fields are declared", () => {
    const held = heldOf({ username: "bob", email: "b@x.org", enabled: false });
    expect(fieldsIn(held)).to.deep.equal(["email", "enabled"]);
    expect([declares(held, "enabled"), declares(held, "population")]).to.deep.equal([true, false]);
  });

  it("tells fields apart, and one that is empty from one that is not declared", () => {
    const all = [
      {},
      { email: "" },
      { email: "a" },
      { "name.given": "a" },
      { "name.family": "a" },
      { username: "a" },
      { population: "a" },
      { population: "b" },
      { enabled: true },
      { enabled: false },
    ];
    expect(new Set(all.map((one) => JSON.stringify(heldOf(one)))).size).to.equal(all.length);
  });
});

describe("blend", () => {
  it("makes the fields of one kind what is wanted, and leaves the others", () => {
    const kinds = ["profile", "population", "enabled"] as const;
    fc.assert(
      fc.property(fields, fields, fc.shuffledSubarray([...kinds]), (before, after, order) => {
        const [held, wanted] = [heldOf(before), heldOf(after)];
        const blended = order.reduce((now, kind) => blend(now, wanted, kind), held);
        for (const kind of kinds) {
          expect(blended[kind]).to.equal((order.includes(kind) ? wanted : held)[kind]);
        }
        expect(kinds.reduce((now, kind) => blend(now, wanted, kind), held)).to.deep.equal(wanted);
      }),
    );
  });
});
