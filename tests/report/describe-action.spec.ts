import { expect } from "chai";
import { CALLS, NO_CALLS, sum } from "../../provider/report/calls";
import { held, step } from "./documents";
import { changeBy } from "./report-on";

type Props = Readonly<Record<string, unknown>>;

const E = "11111111-2222-4333-8444-555555555555";
const ALICE = "a11ce000-0000-4000-8000-000000000001";

describe("what a preview does with an action", () => {
  const { look, unlock, refresh } = CALLS.PasswordUnlock;
  const act = (type: string, inputs: Props = {}) =>
    held(type, "act", { environmentId: E, userId: ALICE, triggers: [1], ...inputs });

  const cases: readonly (readonly [what: string, step: Props, does: string, calls: object])[] = [
    [
      "an unlock",
      step("create", undefined, act("PasswordUnlock")),
      "unlocks the password, if locked",
      sum([look, unlock]),
    ],
    [
      "an unlock of everything, always",
      step("create", undefined, act("PasswordUnlock", { scope: "both", when: "always" })),
      "unlocks the password and the account",
      sum([look, unlock, unlock]),
    ],
    [
      "an unlock because it was locked again",
      step(
        "update",
        act("PasswordUnlock", { rerun: "whenLocked" }),
        act("PasswordUnlock", { rerun: "whenLocked" }),
      ),
      "unlocks the password, if locked",
      sum([look, unlock, look, look]),
    ],
    [
      "other settings of an unlock",
      step("update", act("PasswordUnlock"), act("PasswordUnlock", { scope: "both" })),
      "keeps new settings for its next run",
      NO_CALLS,
    ],
    ["a refresh of an unlock", step("refresh", act("PasswordUnlock")), "looks at the user", refresh],
    [
      "another trigger",
      step("update", act("PasswordForceChange"), act("PasswordForceChange", { triggers: [2] })),
      "asks the user for another password",
      CALLS.PasswordForceChange.run,
    ],
    [
      "a code",
      step("create", undefined, act("PasswordRecoveryCode")),
      "has a recovery code mailed",
      CALLS.PasswordRecoveryCode.run,
    ],
    [
      "a recovery by name",
      step("create", undefined, act("ForgotPassword", { recoveryCodeFrom: { file: "code" } })),
      "has a recovery code mailed, and recovers the password with it",
      { reads: 1, writes: 2 },
    ],
    ["a deletion", step("delete", act("PasswordCheck")), "nothing: what was done stays", NO_CALLS],
  ];
  for (const [what, one, does, calls] of cases) {
    it(`is told for ${what}`, () => {
      const found = changeBy(one);
      expect({ does: found.does, calls: found.calls }).to.deep.equal({ does, calls });
    });
  }
});
