import { expect } from "chai";
import { describeDetails, unsatisfiedRequirements } from "../../provider/transport/describe-details";

const body = { code: "INVALID_DATA", message: "The request could not be completed" };

describe("describeDetails", () => {
  it("is PingOne's sentence when there are no details", () => {
    expect(describeDetails({ ...body, details: [] })).to.equal("The request could not be completed.");
  });

  it("names the target of each detail", () => {
    const details = [
      { code: "A", target: "value", message: "must not be empty" },
      { code: "B", message: "is odd!" },
    ];
    expect(describeDetails({ ...body, details })).to.equal("value: must not be empty; is odd!");
  });

  it("names every rule of the policy once, with its sentence where there is one", () => {
    const innerError = {
      unsatisfiedRequirements: ["length", "minCharacters", "minCharacters", 5, "history"],
      length: "The provided password is too short.  ",
      history: 7,
    };
    const details = [{ code: "A", target: "password", message: "refused", innerError }];
    expect(describeDetails({ ...body, details })).to.equal(
      "password: refused - unmet rules: length (The provided password is too short), minCharacters, history.",
    );
  });

  it("puts text from the other side on one line without control characters", () => {
    const message = "one\u001b[31m\r\ntwo\u0007\u2028three\u009bfour\u0000";
    expect(describeDetails({ ...body, details: [{ code: "", message }] })).to.equal(
      "one [31m two three four.",
    );
  });

  it("cuts text without end", () => {
    const text = describeDetails({ ...body, details: [{ code: "", message: "x".repeat(5000) }] });
    expect(text).to.equal(`${"x".repeat(1000)}...`);
  });
});

describe("unsatisfiedRequirements", () => {
  it("is empty where no rules are named", () => {
    expect([undefined, {}, { unsatisfiedRequirements: "length" }].map(unsatisfiedRequirements)).to.deep.equal(
      [[], [], []],
    );
  });
});
