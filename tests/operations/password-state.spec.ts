import { expect } from "chai";
import { parsePasswordState } from "../../provider/operations/password-state";

describe("parsePasswordState", () => {
  it("keeps a status that is not documented", () => {
    expect(parsePasswordState({ status: "NEW_ONE" })).to.deep.equal({ status: "NEW_ONE" });
  });

  it("finds the checks left in whatever warning object holds them", () => {
    const state = parsePasswordState({ status: "OK", someWarning: { failuresRemaining: 1 } });
    expect(state?.failuresRemaining).to.equal(1);
  });

  const warnings: readonly (readonly [what: string, fields: object, left: number | undefined])[] = [
    ["an object named for it", { failedChecks: { remaining: 2 } }, 2],
    ["a field of its own", { remainingAttempts: 3 }, 3],
    ["attempts that are left", { lockout: { attemptsLeft: 0 } }, 0],
    ["the smallest of several", { a: { failuresRemaining: 4 }, b: { attempts_left: 1 } }, 1],
    ["a count that is no number", { warning: { failuresRemaining: "1" } }, undefined],
    ["failures that were counted, not left", { lockout: { failureCount: 1 } }, undefined],
    ["days that are left", { expiryWarning: { daysRemaining: 1 } }, undefined],
  ];
  for (const [what, fields, left] of warnings) {
    it(`reads ${left ?? "nothing"} from ${what}`, () => {
      expect(parsePasswordState({ status: "OK", ...fields })?.failuresRemaining).to.equal(left);
    });
  }

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
    it(`finds no state in ${what}`, () => {
      expect(parsePasswordState(body)).to.equal(undefined);
    });
  }
});
