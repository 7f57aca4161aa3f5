import { mkdirSync, writeFileSync } from "node:fs";
import { expect } from "chai";
import { PingOneConfigError, UserRowsError } from "../../provider/errors";
import { readUsers } from "../../provider/user-rows/read-users";
import { ORIGIN } from "../../provider/user-rows/origin";
import { plain, refusalOf, withRowFiles } from "./row-files";

describe("readUsers", () => {
  const { path, shown, read, refusal, problems } = withRowFiles();

  const all = {
    username: "bob",
    email: "bob@example.com",
    name: { given: "Bob", family: "Builder" },
    population: "Testers",
    forceChange: true,
    enabled: false,
    valueFrom: { env: "BOB_PASSWORD" },
  };
  const same: readonly (readonly [name: string, text: string])[] = [
    [
      "users.csv",
      "username,email,name.given,name.family,population,forceChange,enabled,passwordRef\nbob,bob@example.com,Bob,Builder,Testers,TRUE,false,env:BOB_PASSWORD\n",
    ],
    [
      "users.json",
      '[{"username":"bob","email":"bob@example.com","name":{"given":"Bob","family":"Builder"},"population":"Testers","forceChange":true,"enabled":false,"passwordRef":"env:BOB_PASSWORD"}]',
    ],
    [
      "users.yaml",
      "bob:\n  email: bob@example.com\n  name.given: Bob\n  name.family: Builder\n  population: Testers\n  forceChange: true\n  enabled: false\n  passwordRef: BOB_PASSWORD\n",
    ],
  ];
  for (const [name, text] of same) {
    it(`reads every column of ${name}`, () => {
      expect(plain(read(name, text))).to.deep.equal([all]);
    });
  }

  it("goes by the extension in whatever case", () => {
    expect(plain(read("USERS.CSV", "username\nbob\n"))).to.deep.equal([{ username: "bob" }]);
    expect(plain(read("users.YML", "- username: bob\n"))).to.deep.equal([{ username: "bob" }]);
  });

  it("keeps each row's place with it, through a spread and out of its JSON", () => {
    const rows = read("users.csv", "email,username\nb@x.org,bob\n");
    const [row] = rows;
    expect(rows.map((user) => ({ ...user, enabled: false }))[0]?.[ORIGIN]).to.deep.equal({
      file: shown("users.csv"),
      line: 2,
      columns: { email: 1, username: 9 },
    });
    expect(JSON.stringify(row)).to.equal('{"email":"b@x.org","username":"bob"}');
  });

  it("takes a password for what it is only when told to", () => {
    const text = "username,password\nbob,Gk4-Wm9+Rt2=\nal,\n";
    expect(plain(read("users.csv", text, { allowPlaintext: true }))).to.deep.equal([
      { username: "bob", value: "Gk4-Wm9+Rt2=" },
      { username: "al" },
    ]);
    for (const [name, content] of [
      ["users.csv", text],
      ["users.yaml", "- {username: bob, password: Gk4-Wm9+Rt2=}\n- {username: al, password: Gk4-Wm9+Rt2=}\n"],
    ] as const) {
      const { message, problems: found } = refusal(name, content);
      expect(found).to.have.length(1);
      expect(message).to.contain("readUsers(path, { allowPlaintext: true })");
      expect(message).not.to.contain("Gk4");
    }
  });

  it("answers each column of PingOne's tools with the column it is here", () => {
    const header = "username,email,firstName,lastName,name.middle,populationId,active,primaryPhone";
    const meant = problems("users.csv", `${header}\nbob,,,,,,,\n`).map((problem) =>
      /no column "(.+?)": (?:did you mean (.+?)\?)?/.exec(problem)?.slice(1),
    );
    expect(meant).to.deep.equal([
      ["firstName", "name.given"],
      ["lastName", "name.family"],
      ["name.middle", undefined],
      ["populationId", "population"],
      ["active", "enabled"],
      ["primaryPhone", undefined],
    ]);
  });

  it("passes over the columns it is told to", () => {
    const ignoreColumns = ["name.middle", "primaryPhone", "password", "email"];
    const csv = "username,name.middle,password,email,email,primaryPhone\nbob,B,Gk4-Wm9+Rt2=,no address,x,1\n";
    const yaml = "- {username: bob, name: {middle: B}, primaryPhone: &none, password: x, email: [1]}\n";
    for (const [name, text] of [
      ["users.csv", csv],
      ["users.yaml", yaml],
    ] as const) {
      expect(plain(read(name, text, { ignoreColumns }))).to.deep.equal([{ username: "bob" }]);
    }
    expect(
      problems("users.csv", "username,email,secret\nbob,Gk4-Wm9+Rt2=,\n", { ignoreColumns: ["secret"] }),
    ).to.deep.equal([
      "users.csv:2:5: email is not a well-formed address: give one such as bob@example.com, or leave email out.",
    ]);
  });

  it("refuses an option that is misspelt or cannot be used", () => {
    const refused: readonly (readonly [options: object, reason: string])[] = [
      [
        { ignorecolumns: [] },
        'pingone.readUsers: there is no option "ignorecolumns": did you mean ignoreColumns? It takes',
      ],
      [
        { allowPlainText: true },
        'pingone.readUsers: there is no option "allowPlainText": did you mean allowPlaintext?',
      ],
      [{ ignoreColumns: "email" }, "ignoreColumns has to be a list of columns"],
      [{ ignoreColumns: ["username"] }, "without username, which every row needs"],
    ];
    for (const [options, reason] of refused) {
      expect(() => read("users.csv", "username\nbob\n", options)).to.throw(PingOneConfigError, reason);
    }
  });

  it("says that nothing here expands ~", () => {
    expect(problems("users.csv", "username,passwordRef\nbob,file:~/pw.txt\n")).to.deep.equal([
      "users.csv:2:5: passwordRef names a file below ~, which only a shell expands: write the path out.",
    ]);
    expect(() => readUsers("~/users.csv")).to.throw(
      UserRowsError,
      "Only a shell expands ~: write the path out.",
    );
    mkdirSync(path("~"));
    writeFileSync(path("~/pw.txt"), "x");
    expect(read("users.csv", "username,passwordRef\nbob,file:~/pw.txt\n")[0]?.valueFrom).to.deep.equal({
      file: shown("~/pw.txt"),
    });
  });

  it("refuses a password beside a passwordRef, and says neither", () => {
    const text = "username,password,passwordRef\nbob,Gk4-Wm9+Rt2=,env:BOB_PASSWORD\n";
    expect(problems("users.csv", text, { allowPlaintext: true })).to.deep.equal([
      "users.csv:2:18: password and passwordRef are both given: keep one of them.",
    ]);
  });

  it("repeats nothing of a row that has a password, whose cells may have slipped", () => {
    const text = "username,email,password\nbob,Gk4-Wm9+Rt2=,bob@example.com\nBob,,x\n";
    expect(problems("users.csv", text, { allowPlaintext: true })).to.deep.equal([
      "users.csv:2:5: email is not a well-formed address: give one such as bob@example.com, or leave email out.",
      "users.csv:3:1: username is there already, at users.csv:2:1; PingOne does not tell upper from lower case in usernames: keep one of the two.",
    ]);
  });

  it("starts a password's file at the fixture's folder, and names it from the current directory", () => {
    const text = "username,passwordRef\nbob,file:secrets/bob.txt\nal,file:/run/secrets/al\n";
    expect(read("fixtures/users.csv", text).map(({ valueFrom }) => valueFrom)).to.deep.equal([
      { file: shown("fixtures/secrets/bob.txt") },
      { file: "/run/secrets/al" },
    ]);
  });

  it("refuses a passwordRef that is none without repeating it", () => {
    const found = problems("users.csv", "username,passwordRef\nbob,Gk4-Wm9+Rt2=\n");
    expect(found).to.have.length(1);
    expect(found[0])
      .to.match(/^users\.csv:2:5: passwordRef has to say where the password is: env:/)
      .and.not.to.contain("Gk4");
  });

  it("says everything that is wrong at once, in the order of the file", () => {
    const { message } = refusal("users.csv", "username,email\nbob,bob@\nBOB,b@x.org\n,c@x.org\nal\n");
    expect(message.replaceAll(shown("users.csv"), "users.csv").split("\n")).to.deep.equal([
      "pingone.readUsers: users.csv has 4 problems:",
      'users.csv:2:5: email "bob@" is not a well-formed address: give one such as bob@example.com, or leave email out.',
      'users.csv:3:1: username "BOB" is there already, at users.csv:2:1; PingOne does not tell upper from lower case in usernames: keep one of the two.',
      "users.csv:4:1: username is missing: give what the user signs on with.",
      "users.csv:5:1: the row has 1 cell, the header 2 cells: look for a comma too many or too few; a text with a comma in it has to stand in quotation marks.",
    ]);
  });

  it("lists 20 problems, counts the others and keeps them all", () => {
    const rows = Array.from({ length: 23 }, (_, index) => `u${index},u${index}@`);
    const { message, problems: found } = refusal("users.csv", `username,email\n${rows.join("\n")}`);
    const lines = message.split("\n");
    expect(lines).to.have.length(22);
    expect(lines[20]).to.contain(":21:5: email");
    expect(lines[21]).to.equal("and 3 more");
    expect(found).to.have.length(23);
  });

  it("ends a program with its message alone", () => {
    const error = refusal("users.csv", "email\n");
    expect(error).to.include({ __pulumiRunError: true, stack: error.message });
  });

  const files: readonly (readonly [what: string, name: string, content: string | Buffer, reason: string])[] =
    [
      [
        "nothing",
        "users.csv",
        "",
        "the file is empty: a CSV file needs at least its header, others a list ([]).",
      ],
      ["a byte order mark alone", "users.yaml", "\uFEFF\n", "the file is empty:"],
      [
        "another encoding",
        "users.csv",
        Buffer.from("username\nbob\nJos\xe9\n", "latin1"),
        'the file is not in UTF-8 (line 3): save it as UTF-8 ("CSV UTF-8" in a spreadsheet).',
      ],
      [
        "UTF-16",
        "users.csv",
        Buffer.from("\uFEFFusername\n", "utf16le"),
        "the file is in UTF-16 (it begins with the byte order mark FF FE), not in UTF-8: save it as UTF-8",
      ],
      ["another kind", "users.txt", "username\nbob\n", "name it .csv, .json, .yaml or .yml."],
    ];
  for (const [what, name, content, reason] of files) {
    it(`refuses a file with ${what}`, () => {
      const [problem, ...others] = problems(name, content);
      expect(others).to.deep.equal([]);
      expect(problem)
        .to.satisfy((text: string) => text.startsWith(`${name}: `))
        .and.to.contain(reason);
    });
  }

  it("refuses a file that does not exist, and a directory", () => {
    mkdirSync(path("folder.csv"));
    expect(refusalOf(path("none.csv")).message).to.equal(
      `pingone.readUsers: ${shown("none.csv")}: the file does not exist: check the path, which starts at the directory the program runs in.`,
    );
    expect(refusalOf(path("folder.csv")).message).to.equal(
      `pingone.readUsers: ${shown("folder.csv")}: the file is a directory: name the file in it.`,
    );
    expect(refusalOf(`${path("a")}\0.csv`).message).to.contain("cannot be read (ERR_INVALID_ARG_VALUE)");
  });
});
