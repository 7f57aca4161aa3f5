import { expect } from "chai";
import * as fc from "fast-check";
import { readCsvRows } from "../../provider/user-rows/csv-rows";
import { plain, withRowFiles } from "./row-files";

describe("readUsers of CSV", () => {
  const { read, problems } = withRowFiles();

  it("takes columns in any order, a byte order mark, every line end, blank lines and quotes", () => {
    const text =
      '\uFEFF\r\nemail,username,population\r\n\r\nb@x.org,bob,"Test, ""A"""\n  \n,,\n,al,\r"c@x.org","cy",\r\n\r\n';
    expect(plain(read("users.csv", text))).to.deep.equal([
      { email: "b@x.org", username: "bob", population: 'Test, "A"' },
      { username: "al" },
      { email: "c@x.org", username: "cy" },
    ]);
  });

  it("reads a header alone as no users, where that is allowed", () => {
    expect(read("users.csv", "username,email\n", { allowEmpty: true })).to.deep.equal([]);
    expect(() => read("users.csv", "username,email\n")).to.throw("with none declared all are deleted");
  });

  it("counts lines and columns as an editor does, line breaks in cells and emoji included", () => {
    const text = 'username,population,email\r\n😀é,"a\r\nb",x@y.org\r\nal,,al@\r\n';
    const { rows } = readCsvRows(text, { file: "users.csv", allowPlaintext: false, ignoreColumns: [] });
    expect(rows.map(({ origin }) => origin)).to.deep.equal([
      { file: "users.csv", line: 2, columns: { username: 1, population: 5, email: 4 }, lines: { email: 3 } },
      { file: "users.csv", line: 4, columns: { username: 1, population: 4, email: 5 } },
    ]);
  });

  it("finds each cell where it stands, whatever is in it", () => {
    const cell = fc.array(fc.constantFrom("a", ",", '"', "\n", "\r\n", "\r", "😀", " ", ";"), {
      maxLength: 6,
    });
    const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom("\n", "\r\n", "\r"), fc.boolean(), (cells, end, isQuotedAll) => {
        let text = ["username", "email", "population"].join(",");
        const wanted = cells.map((row) => {
          text += end;
          return row.map((parts, index) => {
            const value = parts.join("");
            text += index === 0 ? "" : ",";
            const [, ...breaks] = text.split(/\r\n|\r|\n/);
            const place = { line: breaks.length + 1, column: (breaks.at(-1) ?? text).length + 1 };
            text += isQuotedAll || /[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
            return { value, ...place };
          });
        });
        const found = readCsvRows(text, { file: "f", allowPlaintext: false, ignoreColumns: [] });
        expect(found.problems).to.deep.equal([]);
        expect(
          found.rows.map(({ origin, cells: { username = "", email = "", population = "" } }) =>
            Object.entries({ username, email, population }).map(([name, value]) => ({
              value,
              line: origin.lines?.[name] ?? origin.line,
              column: origin.columns[name],
            })),
          ),
        ).to.deep.equal(wanted.filter((row) => row.some(({ value }) => value.trim() !== "")));
      }),
    );
  });

  const header = "username,email,enabled";
  const refusals: readonly (readonly [what: string, text: string, problem: string])[] = [
    [
      "no header, whose place the first user takes",
      "bob,Gk4-Wm9+Rt2=\n",
      "1:1: the header has no column username: begin with a header such as username,email,name.given,name.family,passwordRef (lower and upper case as here).",
    ],
    [
      "semicolons",
      "username;email\nbob;b@x.org\n",
      "1:1: the header has no column username: separate the cells with commas, and begin with a header such as username,email,name.given,name.family,passwordRef (lower and upper case as here).",
    ],
    ...["login,password", "login", "mail,User_Name", "email,userName"].map(
      (header) =>
        [
          `the username under a name that it has elsewhere: ${header}`,
          `${header}\nbob,Gk4-Wm9+Rt2=\n`,
          `1:${header.search(/login|User_Name|userName/) + 1}: the header has no column username: did you mean username here? Write it in this spelling.`,
        ] as const,
    ),
    [
      "a column that does not exist",
      "username,phone\nbob,1\n",
      '1:10: there is no column "phone": the columns are username, email, name.given, name.family, population, forceChange, enabled, passwordRef. To pass over it: readUsers(path, { ignoreColumns: ["phone"] }).',
    ],
    [
      "a column in another spelling",
      "username,Name_Given\nbob,Bob\n",
      '1:10: there is no column "Name_Given": write name.given, in this spelling.',
    ],
    [
      "a misspelt column",
      "username,passwordRed\nbob,\n",
      '1:10: there is no column "passwordRed": did you mean passwordRef? The columns are username, email, name.given, name.family, population, forceChange, enabled, passwordRef. To pass over it: readUsers(path, { ignoreColumns: ["passwordRed"] }).',
    ],
    [
      "a text that may be a password for a column",
      "username,Gk4-Wm9+Rt2=\nbob,\n",
      "1:10: this is no column: the columns are username, email, name.given, name.family, population, forceChange, enabled, passwordRef. To pass over it: readUsers(path, { ignoreColumns: [...] }).",
    ],
    [
      "a header that is repeated",
      `${header}\nbob,,\n${header}\n`,
      "3:1: this line repeats the header: take it out.",
    ],
    ...["sep=,", '"sep=,"', "sep=;", "SEP=\t"].map(
      (first) =>
        [
          `a first line ${JSON.stringify(first)}`,
          `${first}\n${header}\nbob,,\n`,
          "1:1: this line (sep=) is for a spreadsheet alone: take it out, and separate the cells with commas.",
        ] as const,
    ),
    ["a column twice", "username,email,email\nbob,,\n", '1:16: "email" is given twice: keep one of them.'],
    [
      "a row that is too short",
      `${header}\nbob,b@x.org\n`,
      "2:1: the row has 2 cells, the header 3 cells: look for a comma too many or too few; a text with a comma in it has to stand in quotation marks.",
    ],
    [
      "a row that is too long",
      `${header}\n\nbob,b@x.org,,\n`,
      "3:1: the row has 4 cells, the header 3 cells: look for a comma too many or too few; a text with a comma in it has to stand in quotation marks.",
    ],
    ...["yes", "1", " true"].map(
      (cell) =>
        [
          `${JSON.stringify(cell)} for true`,
          `${header}\nbob,,${cell}\n`,
          "2:6: enabled has to be true or false (in whatever case; yes, no, 1 and 0 are neither): write one of them, or leave the cell empty.",
        ] as const,
    ),
    ["no username", `${header}\n,b@x.org,\n`, "2:1: username is missing: give what the user signs on with."],
    [
      "a quotation mark that is never closed",
      `${header}\nbob,"b@x.org,\nal,,\n`,
      '2:5: a quotation mark is opened here and never closed: close it, and write "" for one that belongs to the text.',
    ],
    [
      "a text behind a closing quotation mark",
      `${header}\n"a\nb",,\nbob,"b"@x.org,\n`,
      '4:5: the text goes on after its closing quotation mark: write "" for one that belongs to the text.',
    ],
    [
      "a quotation mark within a text",
      `${header}\n\nbo"b,,\n`,
      '3:1: a quotation mark stands within this text: put the whole text into quotation marks, and write "" for each in it.',
    ],
  ];
  for (const [what, text, problem] of refusals) {
    it(`refuses ${what}`, () => {
      expect(problems("users.csv", text)).to.deep.equal([`users.csv:${problem}`]);
    });
  }
});
