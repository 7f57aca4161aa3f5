import { expect } from "chai";
import { decodeLossily, decodeUtf8 } from "../../provider/text/decode-utf8";

const latin1 = (text: string) => Buffer.from(text, "latin1");
const utf16 = (text: string) => Buffer.from(text, "utf16le");

describe("decodeUtf8", () => {
  for (const text of ["", "Pässwort", "密码\n", "👩‍🚀", "a\uFFFDb"]) {
    it(`takes ${JSON.stringify(text)}, with and without a byte order mark`, () => {
      expect(decodeUtf8(Buffer.from(text))).to.deep.equal({ text });
      expect(decodeUtf8(Buffer.from(`\uFEFF${text}`))).to.deep.equal({ text });
    });
  }

  const others: readonly (readonly [what: string, bytes: Buffer, problem: string])[] = [
    ["Latin-1", latin1("P\xE4sswort"), "is not in UTF-8 (line 1)"],
    ["Latin-1 on a later line", latin1("a\nb\nJos\xE9"), "is not in UTF-8 (line 3)"],
    ["a character that is cut off", Buffer.from("ä").subarray(0, 1), "is not in UTF-8 (line 1)"],
    [
      "UTF-16 as PowerShell redirects",
      utf16("\uFEFFPassword\r\n"),
      "is in UTF-16 (it begins with the byte order mark FF FE), not in UTF-8",
    ],
    [
      "UTF-16 the other way round",
      utf16("\uFEFFPassword").swap16(),
      "is in UTF-16 (it begins with the byte order mark FE FF)",
    ],
    [
      "UTF-32",
      Buffer.from([0xff, 0xfe, 0, 0, 0x50, 0, 0, 0]),
      "is in UTF-32 (it begins with the byte order mark FF FE 00 00)",
    ],
  ];
  for (const [what, bytes, problem] of others) {
    it(`names ${what}`, () => {
      expect(decodeUtf8(bytes)).to.have.property("problem").that.contains(problem);
    });
  }

  it("says how PowerShell writes UTF-8", () => {
    expect(decodeUtf8(utf16("\uFEFFx")))
      .to.have.property("fix")
      .that.contains("Set-Content -Encoding utf8");
  });
});

describe("decodeLossily", () => {
  it("answers what earlier releases read", () => {
    for (const bytes of [latin1("P\xE4sswort"), utf16("\uFEFFx\n"), Buffer.from("\uFEFFä")]) {
      expect(decodeLossily(bytes)).to.equal(bytes.toString("utf8").replace(/^\uFEFF/, ""));
    }
  });
});
