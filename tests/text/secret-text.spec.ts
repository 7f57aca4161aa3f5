import { expect } from "chai";
import { describeOdd, describeUnfit, type SecretWay } from "../../provider/text/secret-text";

const half = "\uD83D";

/** What is said of a text, by where it came from. */
const unfit: readonly (readonly [text: string, way: SecretWay, says: string])[] = [
  [
    "Pl4nted\r",
    "env",
    "has a carriage return (U+000D) at its end, which nobody can type: a .env file with the line ends of Windows gives its variables one, so save it with line ends LF.",
  ],
  [
    "Pl4nted\n",
    "file",
    "has a line feed (U+000A) at its end, which nobody can type: one line end at the end of a file is no part of the secret, so take the others away.",
  ],
  ["Pl4nted\r\n", "file", "has a carriage return (U+000D) and a line feed (U+000A) at its end"],
  ["Pl4nted\n", "input", "at its end, which nobody can type: YAML's | keeps the line end of its block"],
  [
    "Pl4nted\r\nmore",
    "file",
    "has a carriage return (U+000D) and a line feed (U+000A) as its character 8, which nobody can type: a secret is one line, so leave one in the file.",
  ],
  ["Pl4nted\n", "setting", "has a line feed (U+000A) at its end, which nobody can type: take it out."],
  ["\u0000Pl4nted", "input", "has a null character (U+0000) at its start"],
  ["P\u0000l\u0000", "file", "as its character 2, which nobody can type: a text in UTF-16 holds"],
  ["😀Pl4nted\tx", "input", "has a tab (U+0009) as its character 9"],
  ["Pl4nted\u001B[0m", "input", "has an escape character (U+001B) as its character 8"],
  ["Pl4nted\u007F", "env", "has a delete character (U+007F) at its end"],
  ["Pl4nted\u0085x", "input", "has a control character (U+0085) as its character 8"],
  ["P\uFFFDl4nted", "env", "it stands where a text was not in UTF-8, so give the secret in UTF-8."],
  [
    "P\uFFFDl4nted",
    "input",
    "has a replacement character (U+FFFD) as its character 2, which nobody can type: it stands for half of a character or for a text that was not in UTF-8, so give whole characters in UTF-8.",
  ],
  [`Pl4nted${half}`, "input", "has half of a character (U+D83D) at its end"],
  [`${half}Pl4nted`, "input", "has half of a character (U+D83D) at its start"],
  ["\n", "input", "has a line feed (U+000A) at its start"],
];

const odd: readonly (readonly [text: string, says: string])[] = [
  [" Pl4nted", "begins with white space, which is taken for a part of it"],
  ["Pl4nted\u00A0", "ends with white space"],
  [" Pl4nted ", "begins and ends with white space"],
  ['"Pl4nted"', "has the same quotation mark at both ends"],
  ["'Pl4nted'", "has the same quotation mark at both ends"],
  ["`Pl4nted`", "has the same quotation mark at both ends"],
  ["{SSHA-256}Pl4nted", "did you mean {SSHA256}?"],
  ["{ssha}Pl4nted", "did you mean {SSHA}?"],
  ["{bcrypt}Pl4nted", "did you mean {BCRYPT}?"],
  ["{pbkdf2@SpringSecurity_v5_8}Pl4nted", "did you mean {PBKDF2}?"],
  ["{argon2id}Pl4nted", "did you mean {ARGON2}?"],
  ["{scrypt-rfc7914}Pl4nted", "did you mean {SCRYPT_RFC7914}?"],
  ["{MD5}Pl4nted", "none of PingOne's ten prefixes ({BCRYPT}, {PBKDF2},"],
  ["$2b$12$Pl4nted", "looks like a hash without a prefix (did you mean {BCRYPT} in front of it?)"],
  ["$2y$10$Pl4nted", "did you mean {BCRYPT}"],
  ["$argon2id$v=19$Pl4nted", "did you mean {ARGON2} in front of it?"],
  ["Pl4\u200Bnted", "has a zero-width space (U+200B) as its character 4"],
];

/** What a person types, odd as it may look. */
const plain = [
  "Pl4nted-Secret!",
  "Pässwörd 密码 пароль",
  "👩‍🚀".replace("\u200D", ""),
  "a b",
  "'it''s",
  '"',
  "{Pl4nted",
  "{}Pl4nted",
  "{a b}Pl4nted",
  "$2 and a bit",
  "{BCRYPT}$2b$12$Pl4nted",
  "{SCRYPT_RFC7914}Pl4nted",
  "{SSHA512}Pl4nted",
  "e\u0301",
];

describe("describeUnfit", () => {
  for (const [text, way, says] of unfit) {
    it(`says of ${JSON.stringify(text)} from ${way} what nobody can type, and where`, () => {
      expect(describeUnfit(text, way)).to.contain(says);
    });
  }

  it("repeats nothing of the text", () => {
    for (const [text, way] of unfit) {
      expect(describeUnfit(text, way)).not.to.match(/Pl4|nted/);
    }
  });

  for (const text of [...plain, ...odd.map(([text]) => text)]) {
    it(`takes ${JSON.stringify(text)}`, () => {
      expect(describeUnfit(text, "input")).to.equal(undefined);
    });
  }
});

describe("describeOdd", () => {
  for (const [text, says] of odd) {
    it(`says of ${JSON.stringify(text)} what stands out, and repeats nothing of it`, () => {
      const [first = "", ...others] = describeOdd(text);
      expect(others).to.deep.equal([]);
      expect(first)
        .to.contain(says)
        .and.not.to.match(/Pl4|nted/);
    });
  }

  it("does not repeat a name in braces, which may be a part of the password", () => {
    expect(describeOdd("{hunter2}x").join(" ")).not.to.contain("hunter2");
  });

  it("says all that stands out", () => {
    expect(describeOdd(' "Pl4nted"')).to.have.length(1);
    expect(describeOdd("{SSHA-256}Pl4nted ")).to.have.length(2);
  });

  for (const text of plain) {
    it(`says nothing of ${JSON.stringify(text)}`, () => {
      expect(describeOdd(text)).to.deep.equal([]);
    });
  }
});
