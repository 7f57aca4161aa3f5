import { expect } from "chai";
import { replayedCookies } from "../../provider/operations/flow-cookies";

describe("replayedCookies", () => {
  const rows: readonly (readonly [what: string, set: string[], sent: string | undefined, next: string])[] = [
    ["nothing for nothing", [], undefined, ""],
    ["name and value alone", ["ST=1; Path=/e; Secure; HttpOnly"], undefined, "ST=1"],
    ["what was sent before", [], "ST=1; a=2", "ST=1; a=2"],
    ["several that are set", ["ST=1; Path=/e", "a=2"], "", "ST=1; a=2"],
    ["the newer value of a name", ["ST=2"], "ST=1; a=2", "ST=2; a=2"],
    ["a value with an equals sign, whole", ["ST=a=b==; Path=/"], "", "ST=a=b=="],
    ["nothing of what is no cookie", ["", "; Path=/", "Secure"], "ST=1", "ST=1"],
    ["no comma of an expiry", ["ST=1; Expires=Sat, 21 Nov 2026 09:00:00 GMT"], "", "ST=1"],
  ];
  for (const [what, set, sent, next] of rows) {
    it(`sends ${what}`, () => {
      expect(replayedCookies(set, sent)).to.equal(next);
    });
  }
});
