import { expect } from "chai";
import { PingOneResponseError } from "../../provider/errors";
import { parsePasswordState } from "../../provider/operations/password-state";

describe("parsePasswordState", () => {
  it("keeps a status that is not documented", () => {
    expect(parsePasswordState({ status: "NEW_ONE" })).to.deep.equal({ status: "NEW_ONE" });
  });

  it("finds the checks left in whatever warning object holds them", () => {
    const state = parsePasswordState({ status: "OK", someWarning: { failuresRemaining: 1 } });
    expect(state.failuresRemaining).to.equal(1);
  });

  it("leaves out fields of another type", () => {
    const body = {
      status: "OK",
      lastChangedAt: 5,
      secondsUntilUnlock: "900",
      passwordPolicy: "id",
      _embedded: { passwordPolicy: { name: "without id" } },
    };
    expect(parsePasswordState(body)).to.deep.equal({ status: "OK" });
  });

  const others: readonly (readonly [what: string, body: unknown])[] = [
    ["nothing", undefined],
    ["null", null],
    ["a text", "OK"],
    ["a list", []],
    ["an object without a status", {}],
    ["a status that is no text", { status: 1 }],
  ];
  for (const [what, body] of others) {
    it(`refuses ${what} as a state`, () => {
      expect(() => parsePasswordState(body)).to.throw(PingOneResponseError, "holds no password status");
    });
  }
});
