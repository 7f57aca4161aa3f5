import { expect } from "chai";
import { repeatsSecret } from "../../provider/transport/withhold";

const secret = 'a&b"c\\d/é';
const escaped = "a\\u0026b\\u0022c\\u005cd\\/\\u00e9";

describe("repeatsSecret", () => {
  const texts: readonly (readonly [how: string, text: string])[] = [
    ["as it is", `refused ${secret}.`],
    ["as JSON writes it", `refused ${JSON.stringify(secret)}`],
    ["percent-encoded", `q=${encodeURIComponent(secret)}&x`],
    ["behind JSON's escapes", `{"message":"refused ${escaped}"}`],
    ["behind escapes, deep inside", `{"details":[{"innerError":{"given":["x","${escaped}"]}}]}`],
    ["behind escapes, in a name", `{"${escaped}":1}`],
  ];
  for (const [how, text] of texts) {
    it(`finds a secret ${how}`, () => {
      expect(repeatsSecret(text, ["other", secret])).to.equal(true);
    });
  }

  for (const text of ["", "null", "[1,true,null]", '{"message":"a&b"}', "a&b"]) {
    it(`finds none in ${JSON.stringify(text)}`, () => {
      expect(repeatsSecret(text, [secret])).to.equal(false);
    });
  }

  it("takes a secret with half a character, which has no percent-encoding", () => {
    expect(repeatsSecret("refused a\ud83d.", ["a\ud83d"])).to.equal(true);
    expect(repeatsSecret("refused", ["a\ud83d"])).to.equal(false);
  });

  it("takes no empty secret for one that is repeated", () => {
    expect(repeatsSecret("anything", ["", ""])).to.equal(false);
  });
});
