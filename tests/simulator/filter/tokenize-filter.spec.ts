import { expect } from "chai";
import { tokenizeFilter } from "../../../simulator/filter/tokenize-filter";

describe("tokenizeFilter", () => {
  it("splits brackets, words and texts", () => {
    expect(tokenizeFilter('(username eq "bob smith")')).to.deep.equal([
      { kind: "open" },
      { kind: "word", text: "username" },
      { kind: "word", text: "eq" },
      { kind: "text", text: "bob smith" },
      { kind: "close" },
    ]);
  });

  it("unescapes quotation marks and backslashes", () => {
    expect(tokenizeFilter(String.raw`"a\"b\\c"`)).to.deep.equal([{ kind: "text", text: String.raw`a"b\c` }]);
  });

  it("refuses a quotation that is not closed", () => {
    expect(() => tokenizeFilter('username eq "bob')).to.throw();
  });

  it("answers nothing for nothing", () => {
    expect(tokenizeFilter("  ")).to.deep.equal([]);
  });
});
