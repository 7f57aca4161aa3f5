import { expect } from "chai";
import { ApiError } from "../../../simulator/errors";
import { parseFilter } from "../../../simulator/filter/parse-filter";

const comparison = (attribute: string) => ({ kind: "comparison", attribute, operator: "eq", value: "x" });

describe("parseFilter", () => {
  it("binds and more tightly than or", () => {
    expect(parseFilter('a eq "x" or b eq "x" and c eq "x"')).to.deep.equal({
      kind: "or",
      operands: [comparison("a"), { kind: "and", operands: [comparison("b"), comparison("c")] }],
    });
  });

  it("follows parentheses", () => {
    expect(parseFilter('(a eq "x" or b eq "x") and c eq "x"')).to.deep.equal({
      kind: "and",
      operands: [{ kind: "or", operands: [comparison("a"), comparison("b")] }, comparison("c")],
    });
  });

  it("takes operators in whatever case, and truth values", () => {
    expect(parseFilter("enabled EQ true")).to.deep.equal({
      kind: "comparison",
      attribute: "enabled",
      operator: "eq",
      value: true,
    });
    expect(parseFilter('a eq "x" AND b eq "x"')).to.include({ kind: "and" });
  });

  const refused = [
    "",
    "username",
    "username eq",
    "username eq bob",
    'username ne "x"',
    "username pr",
    'username gt "x"',
    'username ge "x"',
    'username lt "x"',
    'username le "x"',
    'not (username eq "x")',
    '(username eq "x"',
    'username eq "x")',
    'username eq "x" and',
    'username eq "x" email eq "y"',
    '"username" eq "x"',
  ];
  for (const text of refused) {
    it(`refuses '${text}'`, () => {
      expect(() => parseFilter(text))
        .to.throw(ApiError)
        .with.deep.nested.include({ status: 400, "details[0].code": "INVALID_FILTER" });
    });
  }
});
