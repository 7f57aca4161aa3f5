import { expect } from "chai";
import { describeUnseen } from "../../provider/text/unseen";

describe("describeUnseen", () => {
  const unseen: readonly (readonly [text: string, says: string])[] = [
    [" alice", "begins or ends with white space"],
    ["alice\u00A0", "begins or ends with white space"],
    ["\uFEFFalice", "begins or ends with white space"],
    ["ali\u200Bce", "has a zero-width space (U+200B) as its character 4"],
    ["alice\u200D", "has a zero-width joiner (U+200D) at its end"],
    ["\u2060alice", "has a word joiner (U+2060) at its start"],
    ["ali\u00ADce", "has a soft hyphen (U+00AD)"],
    ["\u202Ealice", "has an invisible character (U+202E) at its start"],
    ["alice\u2069", "has an invisible character (U+2069) at its end"],
    ["ali\uFEFFce", "has a byte order mark (U+FEFF)"],
  ];
  for (const [text, says] of unseen) {
    it(`names what is not seen in ${JSON.stringify(text)}`, () => {
      expect(describeUnseen(text)).to.contain(says);
    });
  }

  for (const text of ["alice", "alice@example.com", "Åsa Öberg", "用户", "مريم", "e\u0301", "😀"]) {
    it(`finds nothing in ${JSON.stringify(text)}`, () => {
      expect(describeUnseen(text)).to.equal(undefined);
    });
  }
});
