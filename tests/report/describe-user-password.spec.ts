import { expect } from "chai";
import { CALLS, NO_CALLS, sum } from "../../provider/report/calls";
import { held, previewJson, said, step } from "./documents";
import { changeBy, reportOnPreview } from "./report-on";

type Props = Readonly<Record<string, unknown>>;

const E = "11111111-2222-4333-8444-555555555555";
const ALICE = "a11ce000-0000-4000-8000-000000000001";
const BOB = "b0b00000-0000-4000-8000-000000000002";

describe("what a preview does with a UserPassword", () => {
  const { set, setGenerated, adopt, adoptKnown, forceChange, lookAgain, undo, refresh } = CALLS.UserPassword;
  const user = { environmentId: E, userId: ALICE };
  const password = (inputs: Props = {}, outputs: Props = {}, more: Props = {}) =>
    held(
      "UserPassword",
      "pw",
      { ...user, fingerprint: "[secret]", ...inputs },
      { fingerprint: "[secret]", status: "OK", externallyChanged: false, ...outputs },
      { id: `${E}/${ALICE}`, ...more },
    );
  const changed = said("UserPassword", "pw", "The value changed: this sets the new password.");
  const old = password();

  const cases: readonly (readonly [
    what: string,
    step: Props,
    messages: Props[],
    does: string,
    calls: object,
  ])[] = [
    ["a creation", step("create", undefined, password()), [], "sets the password", set],
    [
      "a generated one",
      step("create", undefined, password({ generate: {} })),
      [],
      "sets a newly generated password",
      setGenerated,
    ],
    [
      "an adoption",
      step("create", undefined, password({ adopt: true })),
      [],
      "takes the password over as it is",
      adopt,
    ],
    [
      "an adoption with a value from a file",
      step("create", undefined, password({ adopt: true, valueFrom: { file: "x" } })),
      [],
      "takes the password over as it is, once the value is checked",
      adoptKnown,
    ],
    [
      "an adoption with a value, which is not in the inputs",
      step("create", undefined, password({ adopt: true }, {}, { propertyDependencies: { value: [] } })),
      [],
      "takes the password over as it is, once the value is checked",
      adoptKnown,
    ],
    [
      "an adoption that is generated since",
      step("create", undefined, password({ adopt: true, generate: {} })),
      [],
      "sets a newly generated password",
      setGenerated,
    ],
    ["another value", step("update", old, password()), [changed], "sets the password", set],
    [
      "another generated value",
      step("update", old, password({ generate: {} })),
      [said("UserPassword", "pw", "The value changed: this sets a newly generated password.")],
      "sets a newly generated password",
      setGenerated,
    ],
    [
      "a value that is not known yet",
      step("update", old, password()),
      [said("UserPassword", "pw", "The value is not known yet: it is set only if it differs.")],
      "sets the password if its value differs",
      set,
    ],
    [
      "a change outside that is undone",
      step("update", password({}, { externallyChanged: true }), password({ onExternalChange: "reset" })),
      [],
      "sets the password again: it was changed outside",
      set,
    ],
    [
      "a forced change",
      step("update", old, password({ forceChange: true })),
      [],
      "asks the user for another password",
      forceChange,
    ],
    [
      "a state that could not be read",
      step("update", password({}, { status: undefined }), password()),
      [],
      "looks at the password, which the last run could not",
      lookAgain,
    ],
    [
      "another setting",
      step("update", old, password({ onExternalChange: "ignore" })),
      [],
      "keeps new settings; the password stays",
      NO_CALLS,
    ],
    [
      "what another resource says",
      step("update", old, password({ onExternalChange: "ignore" })),
      [said("UserPassword", "other", "The value changed: this sets the new password.")],
      "keeps new settings; the password stays",
      NO_CALLS,
    ],
    ["a deletion", step("delete", old), [], "leaves the password as it is", NO_CALLS],
    [
      "a deletion that unsets",
      step("delete", password({}, { undo: "unset" })),
      [],
      "takes the password away, unless it was changed outside",
      undo,
    ],
    [
      "a deletion that asks, in any case",
      step("delete", password({}, { undo: "forceChange!" })),
      [],
      "asks the user for another password",
      undo,
    ],
    [
      "a deletion that is kept from PingOne",
      step("delete", password({}, { undo: "unset" }, { retainOnDelete: true })),
      [],
      "leaves the password as it is",
      NO_CALLS,
    ],
    [
      "a replacement for another user",
      step("replace", password({}, { undo: "unset" }), password({ userId: BOB })),
      [],
      "sets the password; of the old one: takes the password away, unless it was changed outside",
      sum([set, undo]),
    ],
    [
      "a replacement for the same user",
      step("replace", password({}, { undo: "unset" }), password()),
      [],
      "sets the password",
      set,
    ],
    ["a refresh", step("refresh", old, old), [], "looks at the password", refresh],
  ];
  for (const [what, one, messages, does, calls] of cases) {
    it(`is told for ${what}`, () => {
      const change = changeBy(one, ...messages);
      expect({ does: change.does, calls: change.calls }).to.deep.equal({ does, calls });
    });
  }

  it("is nothing for one that stays", () => {
    expect(reportOnPreview(previewJson([step("same", old, old)])).changes).to.deep.equal([]);
  });
});
