import { execFileSync } from "node:child_process";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { checkFile, replaceSecretFile, writeSecretFile } from "../../provider/delivery/secret-file";
import { refusalOf } from "../errors/refusal-of";
import { withFolder } from "./with-folder";

const value = "Secret-Word.42";
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe("writeSecretFile", () => {
  const path = withFolder();

  it("writes the value and a line break, for the owner alone, and leaves nothing else", async () => {
    await writeSecretFile(path("alice.txt"), value);
    expect(readFileSync(path("alice.txt"), "utf8")).to.equal(`${value}\n`);
    expect(modeOf(path("alice.txt"))).to.equal("600");
    expect(readdirSync(path())).to.deep.equal(["alice.txt"]);
  });

  it("is for the owner alone whatever the umask allows", async () => {
    const umask = process.umask(0);
    await writeSecretFile(path("alice.txt"), value).finally(() => process.umask(umask));
    expect(modeOf(path("alice.txt"))).to.equal("600");
  });

  it("takes away the rights that others had on the file before", async () => {
    writeFileSync(path("alice.txt"), "old", { mode: 0o644 });
    chmodSync(path("alice.txt"), 0o644);
    await writeSecretFile(path("alice.txt"), value);
    expect(modeOf(path("alice.txt"))).to.equal("600");
    expect(readFileSync(path("alice.txt"), "utf8")).to.equal(`${value}\n`);
  });

  it("shows nothing new to whoever has the old file open", async () => {
    writeFileSync(path("alice.txt"), "old");
    const before = statSync(path("alice.txt")).ino;
    await writeSecretFile(path("alice.txt"), value);
    expect(statSync(path("alice.txt")).ino).not.to.equal(before);
  });

  for (const target of ["others.txt", "nowhere.txt"]) {
    it(`takes the place of a link to ${target}, and does not follow it`, async () => {
      writeFileSync(path("others.txt"), "theirs");
      symlinkSync(path(target), path("alice.txt"));
      await writeSecretFile(path("alice.txt"), value);
      expect(lstatSync(path("alice.txt")).isSymbolicLink()).to.equal(false);
      expect(readFileSync(path("others.txt"), "utf8")).to.equal("theirs");
      expect(readdirSync(path()).sort()).to.deep.equal(["alice.txt", "others.txt"]);
    });
  }

  it("fails in a folder that is not there", async () => {
    const error = await refusalOf(Error, writeSecretFile(path("missing/alice.txt"), value));
    expect(error).to.have.property("code", "ENOENT");
    expect(error.message).not.to.contain(value);
  });

  it("leaves nothing of the value behind when it cannot take the place of what is there", async () => {
    mkdirSync(path("alice.txt"));
    await refusalOf(Error, writeSecretFile(path("alice.txt"), value));
    expect(readdirSync(path())).to.deep.equal(["alice.txt"]);
    expect(statSync(path("alice.txt")).isDirectory()).to.equal(true);
  });

  it("writes two at once to one file without mixing them", async () => {
    const values = Array.from({ length: 20 }, (_none, index) => `${index}-`.repeat(100));
    await Promise.all(values.map((one) => writeSecretFile(path("alice.txt"), one)));
    expect(values).to.include(readFileSync(path("alice.txt"), "utf8").trimEnd());
    expect(readdirSync(path())).to.deep.equal(["alice.txt"]);
  });
});

describe("replaceSecretFile", () => {
  const path = withFolder();

  it("puts back, byte by byte, what was there before", async () => {
    for (const before of [
      Buffer.from("P\xE4sswort", "latin1"),
      Buffer.from("one\n\n"),
      Buffer.from("open"),
    ]) {
      writeFileSync(path("alice.txt"), before);
      const undo = await replaceSecretFile(path("alice.txt"), value);
      expect(readFileSync(path("alice.txt"), "utf8")).to.equal(`${value}\n`);
      expect(await undo()).to.equal(true);
      expect(readFileSync(path("alice.txt")).equals(before), before.toString("hex")).to.equal(true);
    }
  });
});

describe("checkFile", () => {
  const path = withFolder();

  it("finds nothing wrong with a new file, a file to be replaced, and links", () => {
    writeFileSync(path("old.txt"), "old", { mode: 0o400 });
    symlinkSync(path("nowhere.txt"), path("dangling.txt"));
    symlinkSync(path("old.txt"), path("link.txt"));
    for (const name of ["new.txt", "old.txt", "dangling.txt", "link.txt"]) {
      expect(checkFile(path(name))).to.deep.equal([]);
    }
    expect(checkFile("relative-to-the-program.txt")).to.deep.equal([]);
  });

  it("writes nothing", () => {
    checkFile(path("new.txt"));
    expect(readdirSync(path())).to.deep.equal([]);
  });

  it("names a folder that is not there, and what to do", () => {
    expect(checkFile(path("missing/alice.txt"))).to.deep.equal([
      `deliverTo.file: nothing can be written to "alice.txt" in the folder "${path("missing")}" (ENOENT). Make the folder, or name another file; a relative path starts at the program's folder.`,
    ]);
    expect(checkFile("~/alice.txt").join()).to.contain("Only a shell expands ~: write the path out.");
  });

  it("names a folder that takes no files", () => {
    const folder = path("locked");
    mkdirSync(folder);
    // Another account has to be able to come here and to load what is tested.
    chmodSync(path(), 0o755);
    chmodSync(folder, 0o555);
    expect(asNobody(`checkFile(${JSON.stringify(join(folder, "alice.txt"))})`)).to.match(
      /"alice\.txt" in the folder ".*locked" \(EACCES\)/,
    );
  });

  it("asks for a file where a folder is named", () => {
    mkdirSync(path("alice"));
    symlinkSync(path("alice"), path("link"));
    for (const name of ["alice", "alice/", "link", "."]) {
      expect(checkFile(path(name))).to.deep.equal([
        `deliverTo.file: "${path(name)}" is a folder. Name a file.`,
      ]);
    }
  });

  it("does not stumble over a path that leads nowhere", () => {
    writeFileSync(path("file.txt"), "");
    symlinkSync(path("loop"), path("loop"));
    expect(checkFile(path("file.txt/alice.txt")).join()).to.contain("(ENOTDIR)");
    expect(checkFile(path("x".repeat(300))).join()).to.contain("(ENAMETOOLONG)");
    expect(checkFile(path("loop/alice.txt")).join()).to.contain("(ELOOP)");
  });
});

/** What a call answers to an account that has no special rights, as JSON. */
function asNobody(call: string): string {
  const module = JSON.stringify(join(__dirname, "../../provider/delivery/secret-file.ts"));
  const script = `const { checkFile } = require(${module}); process.stdout.write(${call}.join())`;
  return execFileSync(process.execPath, ["--require", "tsx/cjs", "--eval", script], {
    encoding: "utf8",
    ...(process.getuid?.() === 0 ? { uid: 65_534 } : {}),
  });
}

describe("replaceSecretFile", () => {
  const path = withFolder();

  it("puts back what was there, for its owner alone", async () => {
    writeFileSync(path("alice.txt"), "Before-Secret.1\n");
    const undo = await replaceSecretFile(path("alice.txt"), "After-Secret.2");
    expect(readFileSync(path("alice.txt"), "utf8")).to.equal("After-Secret.2\n");
    expect(await undo()).to.equal(true);
    expect(readFileSync(path("alice.txt"), "utf8")).to.equal("Before-Secret.1\n");
    expect(statSync(path("alice.txt")).mode & 0o777).to.equal(0o600);
  });

  it("leaves nothing where nothing was", async () => {
    const undo = await replaceSecretFile(path("bob.txt"), "After-Secret.2");
    expect(await undo()).to.equal(true);
    expect(existsSync(path("bob.txt"))).to.equal(false);
  });
});
