import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import { declaredValue, isEncoded } from "../../provider/lifecycle/password-value";
import { UNKNOWN } from "../../provider/lifecycle/unknown";

/** The reason for which inputs are wrong; anything else fails the test. */
function reason(news: Readonly<Record<string, unknown>>, env: NodeJS.ProcessEnv = {}): string {
  const declared = declaredValue(news, env);
  return declared.kind === "wrong" ? declared.reason : expect.fail(`the inputs are ${declared.kind}`);
}

describe("declaredValue", () => {
  it("is the value", () => {
    expect(declaredValue({ value: "Se crèt" })).to.deep.equal({ kind: "value", value: "Se crèt" });
  });

  it("is absent without value and valueFrom", () => {
    expect(declaredValue({})).to.deep.equal({ kind: "absent" });
  });

  for (const news of [{ value: UNKNOWN }, { valueFrom: UNKNOWN }, { valueFrom: { env: UNKNOWN } }]) {
    it(`is unknown for ${JSON.stringify(news)}`, () => {
      expect(declaredValue(news)).to.deep.equal({ kind: "unknown" });
    });
  }

  it("refuses value and valueFrom together, even when they are not known yet", () => {
    expect(reason({ value: "p", valueFrom: { env: "P" } })).to.contain("both given");
    expect(reason({ value: UNKNOWN, valueFrom: UNKNOWN })).to.contain("both given");
  });

  it("refuses a value that is no string, or empty", () => {
    expect(reason({ value: 42 })).to.equal("value has to be a text, got a number: put it in quotes.");
    expect(reason({ value: null })).to.equal("value has to be a text, got null.");
    expect(reason({ value: "" }))
      .to.contain("empty")
      .and.to.contain('deletionPolicy "unset"');
  });

  it("counts characters, not code units, and does not repeat the value", () => {
    const longest = "ä😀".repeat(127) + "x";
    expect(declaredValue({ value: longest }).kind).to.equal("value");
    expect(reason({ value: `${longest}x` }))
      .to.contain("more than 255 characters")
      .and.not.to.contain("ä😀");
  });

  it("lets encoded values, and values past the policy, be longer", () => {
    const encoded = `{SSHA512}${"A".repeat(4087)}`;
    expect(declaredValue({ value: encoded }).kind).to.equal("value");
    expect(declaredValue({ value: "x".repeat(4096), bypassPolicy: true }).kind).to.equal("value");
    expect(reason({ value: `${encoded}A` })).to.contain("more than 4096 characters");
  });

  it("asks for the place that is meant", () => {
    expect(reason({ valueFrom: { Env: "ALICE_PASSWORD" } })).to.equal(
      "valueFrom has no such place: did you mean env? It takes env or file.",
    );
  });

  for (const valueFrom of [{}, { env: "A", file: "b" }, "A", null, ["A"], { secret: "A" }]) {
    it(`refuses valueFrom ${JSON.stringify(valueFrom)}`, () => {
      expect(reason({ valueFrom })).to.match(/valueFrom has (to name one place|no such place)/);
    });
  }
});

describe("declaredValue from the environment", () => {
  it("reads the variable, to the last character", () => {
    expect(declaredValue({ valueFrom: { env: "P" } }, { P: "Secret " })).to.deep.include({
      kind: "value",
      value: "Secret ",
    });
  });

  it("names a variable that is not set", () => {
    expect(reason({ valueFrom: { env: "ALICE_PASSWORD" } })).to.contain(
      "the environment variable ALICE_PASSWORD is not set",
    );
  });

  it("names a variable that is empty", () => {
    expect(reason({ valueFrom: { env: "P" } }, { P: "" })).to.contain("environment variable P is empty");
  });

  for (const env of ["p@ss word!", "Secret-Word.42", "", "1A", 42, { name: "A" }]) {
    it(`does not repeat ${JSON.stringify(env)}, which may be the password`, () => {
      expect(reason({ valueFrom: { env } })).to.equal(
        "valueFrom.env has to be the name of an environment variable (letters, digits and _), not the secret itself.",
      );
    });
  }
});

describe("declaredValue from a file", () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "password-value-"));
    file = join(folder, "alice.txt");
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const contents: readonly (readonly [text: string, value: string])[] = [
    ["Secret-Word.42", "Secret-Word.42"],
    ["Secret-Word.42\n", "Secret-Word.42"],
    ["Secret-Word.42\r\n", "Secret-Word.42"],
    ["\uFEFFSecret\n", "Secret"],
    ["Sécrèt\n", "Sécrèt"],
  ];
  for (const [text, value] of contents) {
    it(`reads ${JSON.stringify(text)} as ${JSON.stringify(value)}`, () => {
      writeFileSync(file, text);
      expect(declaredValue({ valueFrom: { file } })).to.deep.equal({ kind: "value", value });
    });
  }

  it("refuses an empty file", () => {
    writeFileSync(file, "\n");
    expect(reason({ valueFrom: { file } })).to.contain(`"${file}" is empty`);
  });

  it("names a file that is not there", () => {
    expect(reason({ valueFrom: { file } }))
      .to.contain(file)
      .and.to.contain("ENOENT")
      .and.not.to.contain("shell");
    expect(reason({ valueFrom: { file: "~/alice.txt" } })).to.contain(
      "Only a shell expands ~: write the path out.",
    );
  });

  it("refuses a folder", () => {
    expect(reason({ valueFrom: { file: folder } })).to.contain(`"${folder}" is no plain file`);
  });

  it("refuses a file far too long for a password, unread", () => {
    writeFileSync(file, "");
    truncateSync(file, 1_000_000_000);
    expect(reason({ valueFrom: { file } })).to.contain("1000000000 bytes long");
  });

  for (const path of ["", 42, "a\0b"]) {
    it(`refuses ${JSON.stringify(path)} as a path`, () => {
      expect(reason({ valueFrom: { file: path } })).to.contain("has to be the path of a file");
    });
  }
});

describe("isEncoded", () => {
  it("knows PingOne's prefixes", () => {
    const prefixes = ["BCRYPT", "PBKDF2", "ARGON2", "MSKCC_PBKDF2", "SCRYPT", "SCRYPT_RFC7914"];
    const hashes = ["SSHA", "SSHA256", "SSHA384", "SSHA512"];
    for (const prefix of [...prefixes, ...hashes]) {
      expect(isEncoded(`{${prefix}}abc`)).to.equal(true);
    }
  });

  it("takes anything else for clear text", () => {
    for (const value of ["{ssha}abc", "{MD5}abc", " {SSHA}abc", "SSHA", "{SSHA", ""]) {
      expect(isEncoded(value)).to.equal(false);
    }
  });
});
