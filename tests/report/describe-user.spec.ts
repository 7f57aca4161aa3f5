import { expect } from "chai";
import { CALLS, NO_CALLS, times } from "../../provider/report/calls";
import { held, step } from "./documents";
import { changeBy } from "./report-on";

type Props = Readonly<Record<string, unknown>>;

const E = "11111111-2222-4333-8444-555555555555";
const ALICE = "a11ce000-0000-4000-8000-000000000001";
const BOB = "b0b00000-0000-4000-8000-000000000002";

describe("what a preview does with a User", () => {
  const { create, change, remove, refresh } = CALLS.User;
  const user = (inputs: Props = {}, outputs: Props = {}) =>
    held(
      "User",
      "u",
      { environmentId: E, username: "alice", ...inputs },
      { username: "alice", ...outputs },
      { id: `${E}/${ALICE}` },
    );

  const cases: readonly (readonly [what: string, step: Props, does: string, calls: object])[] = [
    ["a creation", step("create", undefined, user()), "creates the user", create],
    [
      "an adoption",
      step("create", undefined, user({ adopt: true })),
      "creates the user, or takes it over",
      create,
    ],
    [
      "another address and name",
      step("update", user({}, { email: "old" }), user({ email: "new", name: { given: "Al" } })),
      "changes email, name.given",
      change,
    ],
    [
      "changes of each kind",
      step("update", user(), user({ email: "new", population: ALICE, enabled: false })),
      "changes email, population, enabled",
      times(3, change),
    ],
    [
      "a field that is given up",
      step("update", user({}, { email: "old" }), user()),
      "gives fields up, and leaves them",
      NO_CALLS,
    ],
    ["a deletion", step("delete", user()), "deletes the user", remove],
    [
      "a deletion of one taken over",
      step("delete", user({}, { adopted: true })),
      "leaves the user",
      NO_CALLS,
    ],
    [
      "a replacement",
      step("replace", user(), user({ environmentId: BOB })),
      "creates the user; of the old one: deletes the user",
      times(2, create),
    ],
    ["a refresh", step("refresh", user(), user()), "looks at the user", refresh],
  ];
  for (const [what, one, does, calls] of cases) {
    it(`is told for ${what}`, () => {
      const found = changeBy(one);
      expect({ does: found.does, calls: found.calls }).to.deep.equal({ does, calls });
    });
  }
});
