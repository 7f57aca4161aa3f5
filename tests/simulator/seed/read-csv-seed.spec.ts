import { expect } from "chai";
import { COLUMNS } from "../../../provider/user-rows/columns";
import { SeedError, createSimulator } from "../../../simulator";
import { CSV_COLUMNS, readCsvSeed } from "../../../simulator/seed/read-csv-seed";

describe("readCsvSeed", () => {
  const read = (text: string) => readCsvSeed("users.csv", text);
  const refusal = (text: string) =>
    read(text).then(
      () => "It was taken.",
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );

  it("has the columns of the provider's files, so that one file serves both", () => {
    expect([...CSV_COLUMNS].sort()).to.deep.equal([...COLUMNS].sort());
  });

  it("reads a user a row, and adds the populations that rows name", async () => {
    const id = "11111111-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
    const { seed, notes } = await read(
      [
        "username,email,name.given,name.family,population,enabled,forceChange,password",
        "alice,alice@example.com,Alice,Liddell,Staff,TRUE,true,Secret-Word.42",
        `"bo,b",,,,${id},false,,`,
        ",,,,,,,",
        "carol,,,,Default,,,",
      ].join("\r\n"),
    );
    expect(seed.users).to.deep.equal([
      {
        username: "alice",
        email: "alice@example.com",
        name: { given: "Alice", family: "Liddell" },
        population: "Staff",
        enabled: true,
        password: "Secret-Word.42",
        forceChange: true,
      },
      { username: "bo,b", population: id, enabled: false },
      { username: "carol", population: "Default" },
    ]);
    expect(seed.populations).to.deep.equal([{ name: "Staff" }, { id, name: id }]);
    expect(notes).to.deep.equal([]);
    const simulator = await createSimulator({ seed });
    const { users, populations } = simulator.counts();
    await simulator.close();
    expect([users, populations]).to.deep.equal([3, 3]);
  });

  it("ignores passwordRef and says so in one sentence, and forceChange of who has no password", async () => {
    const { seed, notes } = await read(
      "username,passwordRef,forceChange\nalice,env:ALICE,true\nbob,generate,\ncarol,,\n",
    );
    expect(seed.users).to.deep.equal([{ username: "alice" }, { username: "bob" }, { username: "carol" }]);
    expect(notes).to.deep.equal([
      "users.csv: passwordRef is ignored (2 rows); rows without a password have none here.",
    ]);
  });

  for (const [text, message] of [
    ["", "line 1: the header has no column username: begin with one such as username,email"],
    ["alice,Secret-Word.42\n", "line 1: the header has no column username"],
    ["username;password\n", "line 1: the header has no column username"],
    ["username,pasword\n", 'line 1: there is no column "pasword": the columns are username, email'],
    ["username,Secret-Word.42\n", "line 1: this is no column: the columns are"],
    ["username,email,username\n", "line 1: a column is given twice: keep one of the two"],
    ["username,email\n\nalice\n", "line 3: the row has another number of cells (1) than the header (2)"],
    ["username,password\na,b,Secret-Word.42\n", "line 2: the row has another number of cells (3)"],
    ['username,email\n"a\nb",\nc,d,e\n', "line 4: the row has another number of cells (3)"],
    ["username,enabled\na,yes\n", "line 2: enabled must be true or false: write one of them"],
    ["username,email\n,a@b\n", "line 2: username is missing: give what the user signs on with"],
    ['username,password\na,"Secret-Word.42\nb,c\n', "line 2: this is no valid CSV (CSV_QUOTE_NOT_CLOSED)"],
    ['username,password\na,Secret"Word.42\n', "line 2: this is no valid CSV (INVALID_OPENING_QUOTE)"],
  ] as const) {
    it(`says ${message}, and no password`, async () => {
      const said = await refusal(text);
      expect(said).to.contain(`Wrong seed: users.csv, ${message}`);
      expect(said).not.to.match(/Secret|Word/);
    });
  }

  it("also says in which line something arose that is found later", async () => {
    const seedFile = await read('username,email\n"a\nb",\nalice,\nALICE,\n');
    const failure = await createSimulator({ seed: seedFile.seed }).catch((error: unknown) => error);
    if (!(failure instanceof SeedError)) throw new Error("It was taken.");
    expect((await seedFile.explain(failure)).message).to.match(
      /^Wrong seed: users\.csv, line 5: users\[2\]\.username /,
    );
  });
});
