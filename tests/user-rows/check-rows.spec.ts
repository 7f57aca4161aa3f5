import { inspect } from "node:util";
import { expect } from "chai";
import { checkRows } from "../../provider/user-rows/check-rows";
import { ORIGIN, placesOf } from "../../provider/user-rows/origin";

const UNKNOWN = "not known yet";
const isUnknown = (value: unknown): boolean =>
  value === UNKNOWN || (typeof value === "object" && value !== null && Object.values(value).some(isUnknown));

function check(...rows: readonly unknown[]): string[] {
  return checkRows(rows, placesOf(rows), isUnknown);
}

describe("checkRows", () => {
  it("takes what PingOne takes", () => {
    const rows = [
      {
        username: "😀".repeat(128),
        email: "b@x.org",
        name: { given: "Bob", family: undefined },
        population: "a11ce000-0000-4000-8000-000000000001",
        enabled: true,
        forceChange: false,
        value: "Gk4-Wm9+Rt2=",
      },
      { username: "al", email: undefined, population: "Testers", generate: {}, valueVersion: 2 },
      { username: 'O\'Neil "Q", 李', valueFrom: { env: "X" } },
    ];
    expect(check(...rows)).to.deep.equal([]);
  });

  it("says nothing about what is not known yet, and everything about the rest of its row", () => {
    expect(
      check(
        UNKNOWN,
        { username: UNKNOWN, email: UNKNOWN, name: UNKNOWN, enabled: UNKNOWN, population: UNKNOWN },
        { username: UNKNOWN, name: { given: UNKNOWN, family: "" }, valueFrom: { env: UNKNOWN } },
      ),
    ).to.deep.equal(['users["not known yet"].name.family: name.family is empty: leave it out.']);
  });

  const notText = "has to be a text, got a number: put it in quotes.";
  const control = "has a line break, a tab or another control character in it: take it out.";
  const space = "begins or ends with white space: take it away.";
  const noBoolean = "has to be true or false, got";
  const refusals: readonly (readonly [
    row: Readonly<Record<string, unknown>>,
    column: string,
    reason: string,
  ])[] = [
    [
      { email: "bob@" },
      "email",
      'email "bob@" is not a well-formed address: give one such as bob@example.com, or leave email out.',
    ],
    [{ email: "" }, "email", "email is empty: leave it out."],
    [{ email: null }, "email", "email has to be a text, got null."],
    [{ name: "Bob" }, "name", "name has to be { given, family }, either of which may be left out."],
    [{ name: { given: 1 } }, "name.given", `name.given ${notText}`],
    [{ name: { family: "B\n" } }, "name.family", `name.family ${control}`],
    [
      { name: { middle: "M" } },
      "name.middle",
      '"middle" is no part of a name here. It takes given and family.',
    ],
    [
      { name: { Given: "B" } },
      "name.Given",
      '"Given" is no part of a name here: did you mean given? It takes given and family.',
    ],
    [
      { forcechange: true },
      "forcechange",
      '"forcechange" is no property of a user: did you mean forceChange? They are username, email, name, population, enabled, forceChange, value, valueFrom, generate, valueVersion.',
    ],
    [{ population: " Testers" }, "population", `population ${space}`],
    [
      { population: "A11CE000-0000-4000-8000-000000000001" },
      "population",
      "population has to be in lower case, as PingOne writes its ids.",
    ],
    [{ enabled: "true" }, "enabled", `enabled ${noBoolean} a text: write it without quotes.`],
    [{ forceChange: 1 }, "forceChange", `forceChange ${noBoolean} a number.`],
    [
      { value: "Gk4-Wm9+Rt2=", generate: {} },
      "generate",
      "value and generate each say what the password is: keep one of them.",
    ],
    [
      { emial: "b@x.org" },
      "emial",
      '"emial" is no property of a user. They are username, email, name, population, enabled, forceChange, value, valueFrom, generate, valueVersion.',
    ],
  ];
  for (const [row, column, reason] of refusals) {
    it(`refuses ${JSON.stringify(row)}`, () => {
      expect(check({ username: "bob", ...row })).to.deep.equal([`users["bob"].${column}: ${reason}`]);
    });
  }

  const usernames: readonly (readonly [username: unknown, reason: string])[] = [
    [undefined, "is missing: give what the user signs on with."],
    ["", "is missing: give what the user signs on with."],
    [7, notText],
    ["bob\0", control],
    ["bob ", space],
    ["x".repeat(129), "has more than 128 characters, more than PingOne takes: give a shorter one."],
  ];
  for (const [username, reason] of usernames) {
    it(`refuses the username ${inspect(username).slice(0, 20)}`, () => {
      expect(check({ username })).to.deep.equal([`users[0].username: username ${reason}`]);
    });
  }

  it("refuses what is no row", () => {
    expect(check("bob")).to.deep.equal(['users[0]: a user is an object such as { username: "bob" }.']);
  });

  it("refuses a username for the second time, in whatever case, and says where the first is", () => {
    const origin = { file: "users.csv", line: 3, columns: { username: 9 } };
    expect(
      check({ username: "bob", [ORIGIN]: origin }, { username: "al" }, { username: "BOB" }),
    ).to.deep.equal([
      'users[2].username: username "BOB" is there already, at users.csv:3:9; PingOne does not tell upper from lower case in usernames: keep one of the two.',
    ]);
  });
});
