import { expect } from "chai";
import { ORIGIN } from "../../provider/user-rows/origin";
import { plain, withRowFiles } from "./row-files";

describe("readUsers of YAML and JSON", () => {
  const { read, shown, problems } = withRowFiles();

  it("takes a map by username, with names alone", () => {
    expect(plain(read("users.yaml", "bob:\nal: {email: null}\n'007':\n  username: '007'\n"))).to.deep.equal([
      { username: "bob" },
      { username: "al" },
      { username: "007" },
    ]);
    expect(plain(read("users.json", '{\n\t"__proto__": {"enabled": false}\n}'))).to.deep.equal([
      { enabled: false, username: "__proto__" },
    ]);
  });

  it("takes a user who is called users", () => {
    for (const row of ["", "{}", "{ email: b@x.org }", "{ name: { given: Bob } }"]) {
      expect(read("users.yaml", `users: ${row}\n`)).to.have.length(1);
    }
  });

  it("takes an empty list", () => {
    expect(read("users.json", "[]", { allowEmpty: true })).to.deep.equal([]);
  });

  it("follows anchors and merges, as often as they are used", () => {
    const rows = Array.from(
      { length: 150 },
      (_, index) => `- {<<: *all, username: u${index}, population: *p}\n`,
    );
    const text = `- &all {username: bob, enabled: false, population: &p Testers}\n${rows.join("")}`;
    const users = read("users.yaml", text);
    expect(users).to.have.length(151);
    expect(plain(users.slice(150))).to.deep.equal([
      { enabled: false, population: "Testers", username: "u149" },
    ]);
  });

  it("knows the line and column of each value", () => {
    const text =
      "- username: bob\n  name:\n    given: Bob\n  passwordRef: generate\n- {username: al, name.family: A}\n";
    expect(read("users.yaml", text).map((row) => row[ORIGIN])).to.deep.equal([
      {
        file: shown("users.yaml"),
        line: 1,
        columns: { username: 13, name: 5, "name.given": 12, passwordRef: 16 },
        lines: { name: 3, "name.given": 3, passwordRef: 4 },
      },
      { file: shown("users.yaml"), line: 5, columns: { username: 14, "name.family": 31 } },
    ]);
  });

  it("repeats nothing of a row with a password in it, allowed or not", () => {
    const text = "- {username: bob, email: Gk4-Wm9+Rt2=, password: bob@example.com}\n";
    for (const allowPlaintext of [true, false]) {
      expect(problems("users.yaml", text, { allowPlaintext }).join("\n"))
        .to.contain("1:26: email is not a well-formed address")
        .and.not.to.contain("Gk4");
    }
  });

  const noMap = "a row has to be a map of columns such as { username: bob, email: bob@example.com }.";
  const nowhere =
    "an alias (*name) or a merge (<<) in this row leads to no map: look for its anchor (&name).";
  const nothing = (name: string) =>
    `${name} has nothing in it: put a text in quotes (YAML takes & for an anchor and # for a comment), or leave ${name} out.`;
  const refusals: readonly (readonly [what: string, text: string, ...problems: string[]])[] = [
    [
      "a text",
      "bob",
      "1:1: users have to be a list of rows such as { username: bob, email: bob@example.com }, or a map of them by username.",
    ],
    [
      "comments alone",
      "# bob\n",
      "1:1: users have to be a list of rows such as { username: bob, email: bob@example.com }, or a map of them by username.",
    ],
    ["rows that are none", "- bob\n-\n- [a]\n", `1:3: ${noMap}`, `2:2: ${noMap}`, `3:3: ${noMap}`],
    ["a password in place of a row", "bob: Gk4-Wm9+Rt2=\n", `1:1: ${noMap}`],
    [
      "the list under users, as a seed of the simulator has it",
      "populations: [{ name: Staff }]\nusers: [{ username: bob }]\n",
      "2:1: the list of users stands under users, as in a seed of the simulator: the file has to be the list itself, or a map of users by username.",
    ],
    ...["users: { bob: { email: b@x.org }, al: }\n", "users:\n  bob:\n  al:\n"].map(
      (text) =>
        [
          `a map of users under users, as in ${JSON.stringify(text)}`,
          text,
          "1:1: the map of users stands under users: the file has to be that map itself, or a list of rows.",
        ] as const,
    ),
    ["a number for a username", "007: {}\n", "1:1: a username has to be a text: put it in quotes."],
    [
      "a number for a name",
      "- username: 7\n",
      "1:13: username has to be a text, got a number: put it in quotes.",
    ],
    [
      "a text for true",
      "- {username: a, enabled: yes}\n",
      "1:26: enabled has to be true or false, got a text: write it without quotes.",
    ],
    [
      "another username within",
      "bob: {username: al}\n",
      "1:1: the row stands under one username and has another in it: leave the one in it out.",
    ],
    [
      "a name that is no map",
      "- {username: a, name: Bob}\n",
      "1:23: name has to be a map such as { given: Bob, family: Builder }.",
    ],
    [
      "a part of a name that does not exist",
      "- {username: a, name: {middle: M}}\n",
      '1:32: there is no column "name.middle": the columns are username, email, name.given, name.family, population, forceChange, enabled, passwordRef. To pass over it: readUsers(path, { ignoreColumns: ["name.middle"] }).',
    ],
    [
      "a column twice",
      '- {username: a, email: a@x.org, "email": }\n',
      '1:33: "email" is given twice: keep one of them.',
      `1:33: ${nothing("email")}`,
    ],
    [
      "a part of a name twice",
      "- username: a\n  name: {given: A}\n  name.given: B\n",
      '3:3: "name.given" is given twice: keep one of them.',
    ],
    [
      "a user twice",
      "bob:\nal:\nBob:\n",
      '3:1: username "Bob" is there already, at users.yaml:1:1; PingOne does not tell upper from lower case in usernames: keep one of the two.',
    ],
    ["an alias of nothing", "bob: *nobody\nal: {<<: *nobody}\n", `1:1: ${nowhere}`, `2:1: ${nowhere}`],
    ["a merge of what is no map", "- &a x\n- {<<: *a, username: bob}\n", `1:6: ${noMap}`, `2:3: ${nowhere}`],
    [
      "a tag",
      "- username: !env BOB\n",
      "1:13: this tag (!...) has no meaning here: leave it out, or put the text into quotes.",
    ],
    ["two documents", "--- []\n--- []\n", "2:1: a second document begins here (---): keep all users in one."],
    [
      "wrong quotes, without repeating the text",
      '- password: "Gk4" "Wm9"\n',
      "1:19: this was not expected here: look for a quotation mark, bracket or comma too many or too few.",
    ],
    [
      "a wrong escape, without repeating it",
      '- password: "Gk4\\q"\n',
      "1:17: a backslash in double quotes begins an escape: write \\\\ for one that belongs to the text.",
    ],
    [
      "a lost bracket",
      "- {username: bob\n",
      "2:1: the indentation does not fit, or a bracket before this is not closed.",
    ],
    ["a tab", "bob:\n\temail: b@x.org\n", "2:1: a tab is used to indent: use spaces."],
    [
      "an odd text",
      "- username: @bob\n",
      "1:13: a text that begins with this character has to stand in quotes.",
    ],
    [
      "a colon in a text",
      "- username: bob: al\n",
      "1:13: the indentation or a colon does not fit: put a text with a colon in it into quotes.",
    ],
    [
      "an odd indentation",
      "- username: bob\n   email: b@x.org\n",
      "1:13: the indentation or a colon does not fit: put a text with a colon in it into quotes.",
    ],
    [
      "a quotation mark that is never closed",
      '- username: "bob\n',
      "2:1: a quotation mark, bracket, comma or space is missing here or before.",
    ],
    [
      "a user twice, once by an alias, whose own place it names",
      "- &b {username: bob}\n- *b\n",
      '2:1: username "bob" is there already, at users.yaml:1:17; PingOne does not tell upper from lower case in usernames: keep one of the two.',
    ],
    [
      "what is wrong otherwise",
      "- &b {username: bob}\n- &b *b\n",
      "2:6: this is no valid YAML or JSON (ALIAS_PROPS): look for quotes and indentation.",
    ],
    [
      "a number for a password, without repeating it",
      "- {username: bob, password: 12345678}\n",
      "1:29: password has to be a text: put it in quotes, or leave it out.",
    ],
  ];
  for (const [what, text, ...wanted] of refusals) {
    it(`refuses ${what}`, () => {
      expect(problems("users.yaml", text, { allowPlaintext: true })).to.deep.equal(
        wanted.map((problem) => `users.yaml:${problem}`),
      );
    });
  }
});
