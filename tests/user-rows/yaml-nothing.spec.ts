import { expect } from "chai";
import { plain, withRowFiles } from "./row-files";

/** What follows the characters that YAML takes for its own. */
const SECRET = "Gk4-Wm9Rt2";

describe("keys with nothing in them", () => {
  const { read, problems } = withRowFiles();
  const nothing = (name: string) =>
    `${name} has nothing in it: put a text in quotes (YAML takes & for an anchor and # for a comment), or leave ${name} out.`;
  const nothingUnknown =
    "this has nothing in it and is no column: put the text that it belongs to in quotes (between braces YAML ends a text at a comma), or take it out.";
  const nowhere = (name: string) =>
    `${name} is an alias (*name) that leads nowhere: put a text in quotes, or look for its anchor (&name).`;

  const cut =
    "password loses a part in YAML, which takes & for an anchor and # for a comment: put the whole text in quotes.";

  const refusals: readonly (readonly [file: string, what: string, text: string, ...problems: string[]])[] = [
    ["yaml", "an anchor", `- username: bob\n  password: &${SECRET}\n`, `2:3: ${nothing("password")}`],
    ["yaml", "a comment", `bob:\n  password: #${SECRET}\n`, `2:3: ${nothing("password")}`],
    ["yaml", "an alias without an anchor", `bob:\n  password: *${SECRET}\n`, `2:13: ${nowhere("password")}`],
    [
      "yaml",
      "an alias of nothing",
      "- username: &x\n- {username: al, password: *x}\n",
      `1:3: ${nothing("username")}`,
      `2:28: ${nothing("password")}`,
    ],
    ["yaml", "a key without a colon", "- {username: bob, password}\n", `1:19: ${nothing("password")}`],
    [
      "json",
      "no value behind a colon",
      '[{"username": "bob", "password": }]',
      `1:22: ${nothing("password")}`,
    ],
    ["json", "a key alone", '[{"username": "bob", "email"}]', `1:22: ${nothing("email")}`],
    ["yaml", "an anchor in front of a text", `- username: bob\n  password: &One ${SECRET}\n`, `2:18: ${cut}`],
    ["yaml", "a comment without a blank", `- username: bob\n  password: ${SECRET} #9x\n`, `2:13: ${cut}`],
    [
      "yaml",
      "an anchor in place of a row",
      `bob: &${SECRET}\n`,
      "1:1: a row has to be a map of columns such as { username: bob, email: bob@example.com }.",
    ],
  ];
  for (const [extension, what, text, ...wanted] of refusals) {
    it(`refuses ${what}, without repeating it`, () => {
      const name = `users.${extension}`;
      expect(problems(name, text, { allowPlaintext: true })).to.deep.equal(
        wanted.map((problem) => `${name}:${problem}`),
      );
    });
  }

  it("names each column once, also those of a name and of a merge", () => {
    const text =
      "- &all {username: bob, population: }\n- <<: *all\n  username: #al\n  name:\n    given: &A\n  email: *al\n" +
      "  enabled:\n  forceChange:\n  passwordRef: #env:AL\n- username: ed\n  name: #Ed\n  oops:\n";
    expect(problems("users.yaml", text)).to.deep.equal(
      [
        `1:24: ${nothing("population")}`,
        `2:3: ${nothing("population")}`,
        `3:3: ${nothing("username")}`,
        `5:5: ${nothing("name.given")}`,
        `6:10: ${nowhere("email")}`,
        `7:3: ${nothing("enabled")}`,
        `8:3: ${nothing("forceChange")}`,
        `9:3: ${nothing("passwordRef")}`,
        `11:3: ${nothing("name")}`,
        `12:3: ${nothingUnknown}`,
      ].map((problem) => `users.yaml:${problem}`),
    );
  });

  it("refuses what is cut off from a password by a comma, also where it is to be passed over, without repeating it", () => {
    const text =
      "- { username: bob, password: abc,Secret123 }\n- { username: al, password: abc,Secret123: }\n";
    const options = { allowPlaintext: true };
    expect(problems("users.yaml", text, options)).to.deep.equal(
      ["1:34", "2:33"].map((place) => `users.yaml:${place}: ${nothingUnknown}`),
    );
    const ignoring = { ...options, ignoreColumns: ["Secret123", "name", "email"] };
    expect(problems("users.yaml", text, ignoring)).to.deep.equal([`users.yaml:1:34: ${nothingUnknown}`]);
    expect(
      problems("users.json", '[{"username": "bob", "name": {"Secret123"}, "email"}]', ignoring),
    ).to.deep.equal([`users.json:1:31: ${nothingUnknown}`, `users.json:1:45: ${nothing("email")}`]);
  });

  it("takes a null that is written out for not given, in YAML and JSON", () => {
    const yaml = "- {username: bob, email: null, name: {given: ~, family: NULL}, passwordRef: ~}\n";
    expect(plain(read("users.yaml", yaml))).to.deep.equal([{ username: "bob" }]);
    expect(
      plain(read("users.json", '[{"username": "bob", "email": null, "name": null, "passwordRef": null}]')),
    ).to.deep.equal([{ username: "bob" }]);
  });

  it("takes texts that begin with these characters in quotes, and aliases that lead to a text", () => {
    const text = `- {username: &n bob, email: "b@x.org", password: "&${SECRET}"}\n- username: al\n  password: '#${SECRET}'\n- username: ed\n  password: "*${SECRET}"\n  population: *n\n`;
    expect(plain(read("users.yaml", text, { allowPlaintext: true }))).to.deep.equal([
      { username: "bob", email: "b@x.org", value: `&${SECRET}` },
      { username: "al", value: `#${SECRET}` },
      { username: "ed", population: "bob", value: `*${SECRET}` },
    ]);
  });

  it("takes a password with a comment behind it, or with an anchor that is used", () => {
    const text = `- {username: al, password: &same ${SECRET}}\n- username: bob\n  password: *same\n- username: ed\n  password: ${SECRET} # as al\n`;
    const rows = read("users.yaml", text, { allowPlaintext: true });
    expect(rows.map(({ value }) => value)).to.deep.equal([SECRET, SECRET, SECRET]);
  });
});
