import { inspect } from "node:util";
import * as fc from "fast-check";
import { expect } from "chai";
import { UserRowsError } from "../../provider/errors";
import { withRowFiles } from "../user-rows/row-files";
import { hostileTexts, TEXTS } from "./declarations";
import { drawing, PATIENCE } from "./drawing";
import { expectPrototypesUntouched, planted, spellingsOf } from "./planted";

const COLUMNS =
  "username email name.given name.family population forceChange enabled passwordRef password name __proto__ <<".split(
    " ",
  );

const YAML_PIECES = [
  ..."- : , [ ] { } & * ! | > ? # % @ ` ' \" --- ... <<: &a *a !!binary !!set !!js/function ~ null true 0x1F 1_000 .inf \t".split(
    " ",
  ),
  ...[
    "\n",
    "\n  ",
    "\n- ",
    ": ",
    "username: bob",
    "password: ",
    "passwordRef: env:X",
    "&a [*a, *a]",
    "<<: *a",
    "\\u0000",
    "\ud83d",
  ],
];

const cell = fc.oneof(
  fc.constantFrom(...TEXTS.filter((text) => text.length < 200)),
  hostileTexts,
  fc.constantFrom("true", "env:X", "generate", "file:../x", "bob@example.com"),
);

const csv = fc
  .tuple(
    fc.subarray(COLUMNS),
    fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 5 }),
    fc.constantFrom(",", ";", "\t"),
    fc.boolean(),
  )
  .map(([columns, rows, separator, isQuoted]) =>
    [["username", ...columns], ...rows]
      .map((cells) =>
        cells.map((text) => (isQuoted ? `"${text.replaceAll('"', '""')}"` : text)).join(separator),
      )
      .join("\r\n"),
  );

const yaml = fc
  .array(fc.oneof(fc.constantFrom(...YAML_PIECES), fc.constantFrom(...COLUMNS), cell), { maxLength: 25 })
  .map((pieces) => pieces.join(""));

const rows = fc
  .array(fc.dictionary(fc.constantFrom(...COLUMNS), fc.oneof(cell, fc.jsonValue())), { maxLength: 4 })
  .map((list) => JSON.stringify(list));

const contents = fc.oneof(
  csv.map((text) => Buffer.from(text)),
  yaml.map((text) => Buffer.from(text)),
  rows.map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
  fc.tuple(csv, fc.nat(), fc.nat(255)).map(([text, at, byte]) => {
    const bytes = Buffer.from(text);
    bytes[at % Math.max(bytes.length, 1)] = byte;
    return bytes;
  }),
);

const secrets = spellingsOf([planted.password]);

describe("readUsers and any file", () => {
  const files = withRowFiles();

  /** Reads a file; what it is refused with is fit to be shown. */
  function read(name: string, content: string | Buffer, allowPlaintext = false) {
    try {
      const users = files.read(name, content, { allowPlaintext });
      expect(users).to.be.an("array");
      users.forEach(({ username }) => expect(username).to.be.a("string").and.match(/\S/));
      return users;
    } catch (error) {
      if (!(error instanceof UserRowsError)) {
        throw error;
      }
      const shown = inspect(error, { depth: Infinity, maxStringLength: Infinity, maxArrayLength: Infinity });
      expect(secrets.findIndex((secret) => shown.includes(secret))).to.equal(-1);
      expect(error.message).not.to.match(/(?!\n)\p{Cc}/u);
      return undefined;
    } finally {
      expectPrototypesUntouched();
    }
  }

  it("end in rows or in problems with their places", function () {
    this.timeout(PATIENCE);
    const names = fc.constantFrom("a.csv", "a.json", "a.yaml", "a.yml", "a.CSV", "a.txt", "a");
    fc.assert(
      fc.property(names, contents, fc.boolean(), (name, content, allowPlaintext) => {
        read(name, content, allowPlaintext);
      }),
      drawing(400),
    );
  });

  it("never show a password that stands in a file, wherever it went wrong", function () {
    this.timeout(PATIENCE);
    const password = planted.password;
    const forms = [
      {
        name: "a.csv",
        text: `username,email,password\nbob,b@example.com,"${password.replaceAll('"', '""')}"\n`,
      },
      { name: "a.json", text: JSON.stringify([{ username: "bob", email: "b@example.com", password }]) },
      {
        name: "a.yaml",
        text: `- username: bob\n  password: ${JSON.stringify(password)}\n  email: b@example.com\n`,
      },
    ];
    // Somewhere around the password, something is put in or left out.
    const damage = fc.record({
      form: fc.constantFrom(...forms),
      at: fc.nat(200),
      out: fc.nat(2),
      text: fc.constantFrom(...YAML_PIECES, ...TEXTS.filter((text) => text.length < 200)),
    });
    fc.assert(
      fc.property(damage, fc.boolean(), ({ form: { name, text: whole }, at, out, text }, allowPlaintext) => {
        const place = at % whole.length;
        read(name, whole.slice(0, place) + text + whole.slice(place + out), allowPlaintext);
      }),
      drawing(400),
    );
  });

  it("show no password that stands in a column's place", () => {
    for (const [name, text] of [
      ["a.csv", `username,"${planted.newPassword}"\nbob,x\n`],
      ["a.yaml", `- username: bob\n  ${JSON.stringify(planted.newPassword)}: x\n`],
      ["a.json", JSON.stringify([{ username: "bob", [planted.newPassword]: "x" }])],
      ["a.yaml", `- { username: bob, "Pl4nted word": 1, "Pl4nted word": 2 }\n`],
    ] as const) {
      const { message } = files.refusal(name, text);
      expect(message)
        .to.match(/no column|given twice/)
        .and.not.to.match(/Pl.nted/);
    }
  });

  it("let no parser print a warning, which would repeat the file's text", async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on("warning", listen);
    for (const key of [`{ password: ${planted.password.slice(0, 7)} }`, "[a, b]"]) {
      read("a.yaml", `- username: bob\n  ? ${key}\n  : x\n`);
      read("a.yaml", `- username: bob\n  ? ${key}\n  : x\n- *nowhere\n`);
    }
    await new Promise((resolve) => setImmediate(resolve));
    process.off("warning", listen);
    expect(warnings).to.deep.equal([]);
  });

  describe("made to exhaust", () => {
    const levels = Array.from(
      { length: 9 },
      (_none, at) => `l${at + 1}: &l${at + 1} [${`*l${at},`.repeat(9)}]`,
    );
    const bombs: Readonly<Record<string, string>> = {
      "aliases of aliases in lists": `l0: &l0 [lol]\n${levels.join("\n")}\nbob: { username: *l9 }\n`,
      "merges of merges": `l0: &l0 { email: a@example.com }\n${levels.map((one) => one.replace(/\[(.*)\]/, "{ <<: [$1] }")).join("\n")}\nbob: { <<: *l9 }\n`,
      "an anchor within itself": "bob: &a { name: *a }\n",
      "a merge of itself": "bob: &a { <<: *a }\n",
      "a huge anchor": `- &${"a".repeat(1_000_000)} { username: bob }\n`,
      "a huge text": `- { username: ${"a".repeat(5_000_000)} }\n`,
      "lists within lists": `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
      "maps within maps": `${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}`,
      "lists that are never closed": "[".repeat(20_000),
      "block lists within block lists": "- ".repeat(20_000),
      "blocks within blocks": Array.from({ length: 1_000 }, (_none, at) => `${" ".repeat(at)}a:`).join("\n"),
      "thousands of anchors and aliases": Array.from(
        { length: 1_500 },
        (_none, at) => `u${at}: &a${at} { email: "u${at}@example.com" }\nv${at}: *a${at}`,
      ).join("\n"),
      "thousands of rows that share their defaults": `- &d { username: d, enabled: true }\n${Array.from(
        { length: 4_000 },
        (_none, at) => `- { <<: *d, username: u${at} }`,
      ).join("\n")}`,
      "thousands of documents": "---\n".repeat(20_000),
      "thousands of tags": "!!str ".repeat(5_000),
      "one long line of quotation marks": '"'.repeat(20_001),
    };
    for (const [title, text] of Object.entries(bombs)) {
      it(`are read or refused: ${title}`, function () {
        this.timeout(20_000);
        for (const name of ["a.yaml", "a.json", "a.csv"]) {
          read(name, text);
        }
      });
    }

    it("are read or refused: binary with the mark of UTF-16, NULs, thousands of columns", () => {
      for (const content of [
        Buffer.from("\ufeffusername\nbob", "utf16le"),
        Buffer.alloc(1_000_000),
        Buffer.from(`username${",".repeat(50_000)}\n`),
        Buffer.from(`username\n${"\n".repeat(1_000_000)}bob`),
        Buffer.from(`username,email\n${'"a\n'.repeat(100_000)}`),
      ]) {
        read("a.csv", content);
      }
    });
  });
});
