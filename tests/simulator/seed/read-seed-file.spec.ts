import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { SeedError, createSimulator } from "../../../simulator";
import { readSeedFile } from "../../../simulator/seed/read-seed-file";

describe("readSeedFile", () => {
  let folder = "";
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pingone-seed-"));
  });
  after(() => rm(folder, { recursive: true }));

  const read = async (name: string, content: string | Buffer) => {
    const path = join(folder, name);
    await writeFile(path, content);
    return readSeedFile(path);
  };
  /** What is said of a file, its folder left out. */
  const refusal = async (name: string, content: string | Buffer): Promise<string> => {
    const error = await read(name, content).then(
      () => new Error("It was taken."),
      (reason: unknown) => (reason instanceof Error ? reason : new Error(String(reason))),
    );
    return error.message.replaceAll(`${folder}/`, "");
  };

  it("reads the same seed from JSON and YAML, with a byte order mark too", async () => {
    const expected = {
      populations: [{ name: "Staff" }],
      users: [{ username: "alice", population: "Staff", password: "12345678" }],
    };
    const yaml = `\uFEFFpopulations:\n  - name: Staff\nusers:\n  - username: alice\n    population: Staff\n    password: "12345678"\n`;
    expect((await read("seed.json", `\uFEFF${JSON.stringify(expected)}`)).seed).to.deep.equal(expected);
    expect((await read("seed.yaml", yaml)).seed).to.deep.equal(expected);
    expect((await read("seed.YML", yaml)).seed).to.deep.equal(expected);
  });

  it("names the line, the entry, the field and the fix of a wrong YAML, and no password", async () => {
    const yaml = "users:\n  - username: alice\n    password: 41424344\n";
    expect(await refusal("number.yaml", yaml)).to.equal(
      "Wrong seed: number.yaml, line 3: users[0].password must be a text that is not empty. Put it in quotes.",
    );
  });

  it("does not repeat what stands where a field's name should, it may be a password", async () => {
    for (const yaml of [
      "users:\n  - {username: a, Secret-Word.42}\n",
      "users:\n  - {username: a, hunter}\n",
    ]) {
      const message = await refusal("key.yaml", yaml);
      expect(message).to.contain(
        "key.yaml, line 2: users[0] has a field that is not known. The fields are id,",
      );
      expect(message).not.to.match(/Secret|hunter/);
    }
  });

  it("names the line of a wrong JSON", async () => {
    const json =
      '{\n  "users": [\n    { "username": "alice" },\n    { "username": "bob",\n      "enabled": "yes" }\n  ]\n}';
    expect(await refusal("wrong.json", json)).to.equal(
      "Wrong seed: wrong.json, line 5: users[1].enabled must be true or false.",
    );
  });

  it("says where a file is broken, without quoting it", async () => {
    expect(await refusal("broken.json", '{\n"users": [{"password": "hunter2"}}\n')).to.match(
      /^The seed file broken\.json is not valid JSON \(line 2\): /,
    );
    const yaml = await refusal("broken.yaml", 'users:\n  - password: "hunter2\n');
    expect(yaml).to.match(/^The seed file broken\.yaml is not valid YAML \(line \d, MISSING_CHAR\)/);
    expect(yaml).not.to.contain("hunter2");
  });

  it("refuses aliases that multiply without end", async () => {
    const level = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(", ")}]\n`;
    const bomb = ["b", "c", "d", "e", "f"].map((name, at) => level(name, `*${"abcde".charAt(at)}`)).join("");
    expect(await refusal("bomb.yaml", `a: &a [x, x]\n${bomb}`)).to.contain("too many aliases");
  });

  it("says what is wrong with the file itself", async () => {
    expect(await refusal("latin.yaml", Buffer.from("users: [{username: é}]", "latin1"))).to.contain(
      "latin.yaml is not in UTF-8: save it as UTF-8",
    );
    const missing = await readSeedFile(join(folder, "none.yaml")).catch(String);
    expect(missing).to.contain("none.yaml does not exist: check the path, or name another one with --seed.");
    expect(await readSeedFile(folder).catch(String)).to.contain("is a directory: name a file in it");
  });

  it("names UTF-16, and the line of a password that nobody can type", async () => {
    expect(await refusal("utf16.yaml", Buffer.from("\uFEFFusers: []\n", "utf16le"))).to.contain(
      "utf16.yaml is in UTF-16, not in UTF-8: save it as UTF-8",
    );
    const block = "users:\n  - username: alice\n    password: |\n      Pl4nted\n";
    expect(await refusal("block.yaml", block)).to.contain(
      "block.yaml, line 3: users[0].password has a line feed (U+000A) at its end, which nobody can type.",
    );
  });

  it("notes passwords that stand out, and repeats none", async () => {
    const csv =
      "username,password\na,'Pl4nted'\nb,Pl4nted \nc,{SSHA-256}Pl4nted\nd,$2b$12$Pl4nted\ne,{SSHA}x\n";
    const { notes } = await read("odd.csv", csv);
    expect(
      notes.map((note) => note.slice(note.indexOf("users["), note.indexOf("users[") + 30)),
    ).to.deep.equal([
      "users[0].password has the same",
      "users[1].password begins or en",
      "users[2].password looks like a",
      "users[3].password looks like a",
    ]);
    expect(notes.join()).not.to.contain("Pl4nted");
  });

  it("also says in which line something arose that is found later", async () => {
    const seedFile = await read(
      "late.yaml",
      "users:\n  - username: alice\n  - username: bob\n    population: Nowhere\n",
    );
    const failure = await createSimulator({ seed: seedFile.seed }).catch((error: unknown) => error);
    if (!(failure instanceof SeedError)) throw new Error("It was taken.");
    expect((await seedFile.explain(failure)).message.replaceAll(`${folder}/`, "")).to.equal(
      "Wrong seed: late.yaml, line 4: users[1].population names no population: Nowhere. " +
        "Name one of them by its name or id, or add it to populations.",
    );
  });
});
