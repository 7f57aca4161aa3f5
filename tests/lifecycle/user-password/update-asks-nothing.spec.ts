import { expect } from "chai";
import { PingOneApiError } from "../../../provider/errors";
import type { Props } from "../../../provider/lifecycle";
import { createRunReads } from "../../../provider/lifecycle/run-reads";
import { userPassword } from "../../../provider/lifecycle/user-password";
import type { UserPasswordState } from "../../../provider/lifecycle/user-password-types";
import type { UserRef } from "../../../provider/operations";
import { refusalOf } from "../../errors/refusal-of";
import { createSession, recordReport, transportTo } from "../../helpers/session";
import { addUser, calls, withSimulator } from "../../helpers/with-simulator";
import { unknownUser } from "../../operations/unknown-user";
import { upPassword } from "./up-password";

const value = "New-Secret.43";

withSimulator("UserPassword before an update", (simulator) => {
  /** Checks what a program declares, and compares it with the state of before. */
  async function look(isPreview: boolean, declared: Props, olds?: Partial<UserPasswordState>) {
    const lifecycle = userPassword(createSession(simulator, { isPreview: () => isPreview }));
    const report = recordReport();
    const before = { fingerprint: "old", status: "OK", externallyChanged: false, ...olds };
    const { environmentId, userId } = declared;
    const { inputs, failures } = await lifecycle.check(
      olds === undefined ? {} : { environmentId, userId, fingerprint: before.fingerprint },
      { fingerprint: "", ...declared },
      report,
    );
    if (failures.length === 0 && olds !== undefined) {
      await lifecycle.diff(`${String(environmentId)}/${String(userId)}`, before, inputs as never, report);
    }
    return [...failures.map(({ reason }) => reason), ...report.infos, ...report.warnings].join("\n");
  }

  const locked = () => addUser(simulator, { password: "Old-Secret.41", locked: true });
  const longer = () => {
    simulator.createPasswordPolicy({ name: "Long", length: { min: 12 }, default: true });
    return addUser(simulator);
  };
  const cases: readonly (readonly [
    what: string,
    add: () => UserRef,
    declared: Props,
    olds: Partial<UserPasswordState> | undefined,
    atPreview: RegExp,
  ])[] = [
    ["a value", () => addUser(simulator), { value }, undefined, /value satisfies the policy/],
    ["a value that is refused", longer, { value: "Short.43" }, undefined, /value does not satisfy/],
    ["a recipe", longer, { generate: {}, exposeValue: true }, undefined, /generated password satisfies/],
    [
      "a recipe that is refused",
      longer,
      { generate: { length: 8 }, exposeValue: true },
      undefined,
      /no password of this recipe/,
    ],
    ["a user who is not there", () => unknownUser(simulator), { value }, undefined, /knows no user/],
    [
      "a password behind a gateway",
      () => addUser(simulator, { external: true }),
      { value },
      undefined,
      /held by an external gateway/,
    ],
    [
      "nothing to take over",
      () => addUser(simulator),
      { adopt: true },
      undefined,
      /no password to take over/,
    ],
    ["a lockout that a first set ends", locked, { value }, undefined, /this set also clears a lockout/],
    ["a lockout that another set ends", locked, { value }, {}, /this set also clears a lockout/],
    ["a lockout that forceChange ends", locked, { forceChange: true }, {}, /forced change also clears/],
    [
      "a lockout that taking a change back ends",
      locked,
      { generate: {}, exposeValue: true, onExternalChange: "reset" },
      { externallyChanged: true },
      /this set also clears a lockout/,
    ],
  ];
  for (const [what, add, declared, olds, atPreview] of cases) {
    it(`asks nothing about ${what}, which a preview looks at`, async () => {
      const user = add();
      expect(await look(false, { ...user, ...declared }, olds)).not.to.match(atPreview);
      expect(calls(simulator)).to.deep.equal([]);
      expect(await look(true, { ...user, ...declared }, olds)).to.match(atPreview);
      expect(calls(simulator)[0]).to.equal("readPasswordState");
    });
  }

  const local: readonly (readonly [what: string, declared: Props, reason: RegExp])[] = [
    ["no value", {}, /the password is missing/],
    ["a variable that is not set", { valueFrom: { env: "UPDATE_ASKS_NOTHING" } }, /UPDATE_ASKS_NOTHING/],
    ["an input nobody knows", { value, valeu: "" }, /valeu/],
  ];
  for (const [what, declared, reason] of local) {
    it(`still fails for ${what}, which takes no call`, async () => {
      expect(await look(false, { ...addUser(simulator), ...declared })).to.match(reason);
      expect(calls(simulator)).to.deep.equal([]);
    });
  }

  describe("is carried out with", () => {
    const up = (user: UserRef, declared: Props) => {
      const reads = createRunReads(transportTo(simulator));
      return upPassword(simulator, { ...user, ...declared }, { reads, isPreview: false });
    };

    it("one call, and the list of the disabled users", async () => {
      await up(addUser(simulator), { value });
      expect(calls(simulator)).to.deep.equal(["setPassword", "listUsers"]);
    });

    it("one call that PingOne refuses, naming every rule that is not met", async () => {
      const error = await refusalOf(PingOneApiError, up(addUser(simulator), { value: "aaab" }));
      const [, rules = ""] = error.message.split("unmet rules: ");
      expect(rules).to.contain("length").and.to.contain("minCharacters").and.not.to.contain("aaab");
      expect(calls(simulator)).to.deep.equal(["setPassword"]);
    });
  });
});
