import { mkdirSync, mkdtempSync, rmSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { awaitCode } from "../../provider/lifecycle/await-code";
import { refusalOf } from "../errors/refusal-of";

const code = "AB12CD34";
const long = { lifetime: 5000, pause: 1 };
const short = { lifetime: 20, pause: 1 };

describe("awaitCode", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "await-code-"));
    file = join(folder, "code.txt");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it("takes the code from a file that was not there", async () => {
    const waiting = awaitCode(file, long);
    const found = waiting.code();
    writeFileSync(file, `${code}\n`);
    expect(await found).to.equal(code);
  });

  it("takes a code that came before it was asked for", async () => {
    const waiting = awaitCode(file, short);
    writeFileSync(file, code);
    expect(await waiting.code()).to.equal(code);
  });

  it("does not take the code that stood there before", async () => {
    writeFileSync(file, "OLDCODE1");
    const error = await refusalOf(PingOneError, awaitCode(file, short).code());
    expect(error.message).to.contain("no recovery code").and.to.contain("within 5 minutes");
    expect(error.message).not.to.contain("OLDCODE1");
  });

  it("takes the new code in the place of an older one, of the same length", async () => {
    writeFileSync(file, "OLDCODE1");
    utimesSync(file, 0, 0);
    const found = awaitCode(file, long).code();
    writeFileSync(file, code);
    expect(await found).to.equal(code);
  });

  it("waits on while what is written is no code", async () => {
    const found = awaitCode(file, long).code();
    for (const text of ["", "AB12", "<html>a whole mail</html>"]) {
      writeFileSync(file, text);
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
    writeFileSync(file, code);
    expect(await found).to.equal(code);
  });

  it("says that what is written is in UTF-16, as PowerShell redirects, and waits on", async () => {
    const told: string[] = [];
    const found = awaitCode(file, long).code((message) => {
      told.push(message);
      writeFileSync(file, `${code}\n`);
    });
    writeFileSync(file, Buffer.from(`\uFEFF${code}\r\n`, "utf16le"));
    expect(await found).to.equal(code);
    expect(told.join("\n"))
      .to.contain("recoveryCodeFrom.file is in UTF-16 (it begins with the byte order mark FF FE)")
      .and.to.contain("Set-Content -Encoding utf8")
      .and.not.to.contain(code);
  });

  it("gives up on a folder and on a file far too large", async () => {
    const folderInstead = awaitCode(file, short);
    mkdirSync(file);
    await refusalOf(PingOneError, folderInstead.code());
    const large = join(folder, "large.txt");
    const waiting = awaitCode(large, short);
    writeFileSync(large, code);
    truncateSync(large, 1_000_000_000);
    await refusalOf(PingOneError, waiting.code());
  });
});
