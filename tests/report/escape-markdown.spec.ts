import { expect } from "chai";
import { escapeMarkdown } from "../../provider/report/escape-markdown";

describe("escapeMarkdown", () => {
  const texts: readonly (readonly [text: string, escaped: string])[] = [
    ["alice", "alice"],
    ["needs 3 more characters (at least 8); see 1.2", "needs 3 more characters (at least 8); see 1.2"],
    ["a|b", "a&#124;b"],
    ["`code`", "&#96;code&#96;"],
    ["<img src=x>", "&#60;img src=x&#62;"],
    ["&lt;", "&#38;lt;"],
    ["@octocat", "@&#8203;octocat"],
    ["bob@example.com", "bob@&#8203;example.com"],
    ["#12", "#&#8203;12"],
    ["&#12;", "&#38;#&#8203;12;"],
    ["GH-12", "GH-&#8203;12"],
    ["[x](http://e.com)", "&#91;x&#93;(http&#58;//e.com)"],
    ["www.e.com", "www&#46;e.com"],
    ["**b** _i_ ~~s~~ $m$", "&#42;&#42;b&#42;&#42; &#95;i&#95; &#126;&#126;s&#126;&#126; &#36;m&#36;"],
    ["back\\|slash", "back&#92;&#124;slash"],
    ["one\n## two\r\nthree\tfour", "one #&#8203;#&#8203; two three four"],
    ["a\u202egnp.exe\u200b", "a gnp.exe"],
    ["- item", "&#8203;- item"],
    ["1. item", "&#8203;1. item"],
  ];
  for (const [text, escaped] of texts) {
    it(`makes ${JSON.stringify(text)} stand for itself`, () => {
      expect(escapeMarkdown(text)).to.equal(escaped);
    });
  }

  it("cuts a long text, and no character in two", () => {
    const cut = escapeMarkdown(`${"x".repeat(499)}😀${"y".repeat(100_000)}`);
    expect(cut).to.equal(`${"x".repeat(499)}…`);
  });
});
