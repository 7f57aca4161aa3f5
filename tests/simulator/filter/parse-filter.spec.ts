import { expect } from "chai";
import { ApiError } from "../../../simulator/errors";
import { ACTIVITY_OPERATORS, USER_OPERATORS } from "../../../simulator/filter/filter";
import { parseFilter } from "../../../simulator/filter/parse-filter";

const comparison = (attribute: string) => ({ kind: "comparison", attribute, operator: "eq", value: "x" });

describe("parseFilter", () => {
  it("binds and more tightly than or", () => {
    expect(parseFilter('a eq "x" or b eq "x" and c eq "x"', USER_OPERATORS)).to.deep.equal({
      kind: "or",
      operands: [comparison("a"), { kind: "and", operands: [comparison("b"), comparison("c")] }],
    });
  });

  it("follows parentheses", () => {
    expect(parseFilter('(a eq "x" or b eq "x") and c eq "x"', USER_OPERATORS)).to.deep.equal({
      kind: "and",
      operands: [{ kind: "or", operands: [comparison("a"), comparison("b")] }, comparison("c")],
    });
  });

  it("takes operators in whatever case, and truth values", () => {
    expect(parseFilter("enabled EQ true", USER_OPERATORS)).to.deep.equal({
      kind: "comparison",
      attribute: "enabled",
      operator: "eq",
      value: true,
    });
    expect(parseFilter('a eq "x" AND b eq "x"', USER_OPERATORS)).to.include({ kind: "and" });
  });

  it("takes the operators it is given, and no other", () => {
    const text = 'recordedAt gt "x"';
    expect(parseFilter(text, ACTIVITY_OPERATORS)).to.include({ operator: "gt" });
    expect(() => parseFilter('username sw "x"', ACTIVITY_OPERATORS)).to.throw(ApiError);
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
      expect(() => parseFilter(text, USER_OPERATORS))
        .to.throw(ApiError)
        .with.deep.nested.include({ status: 400, "details[0].code": "INVALID_FILTER" });
    });
  }
});
