import { expect } from "chai";
import { type Account, heldOf, pack } from "../../provider/lifecycle/test-users/account";
import { describePlan } from "../../provider/lifecycle/test-users/describe-plan";
import { NO_MARK } from "../../provider/lifecycle/test-users/password-marks";
import { planUsers } from "../../provider/lifecycle/test-users/plan";
import type { Row } from "../../provider/lifecycle/test-users/types";
import { fieldsOf } from "../../provider/lifecycle/user-fields";
import { CALLS, sum, times } from "../../provider/report/calls";
import type { Change } from "../../provider/report/changes";
import { held, previewJson, said, shownSecret, step } from "./documents";
import { reportOnPreview } from "./report-on";

type Props = Readonly<Record<string, unknown>>;

const E = "11111111-2222-4333-8444-555555555555";
const { page, policy, add, change, rotate, forceChange, remove, readOne } = CALLS.TestUsers;

/** What the state has of a user with these fields. */
function account(
  username: string,
  fields: Omit<Row, "population"> = {},
  more: Partial<Account> = {},
): string {
  const user = { username, ...fields };
  const id = "a11ce000-0000-4000-8000-000000000001";
  return pack({
    id,
    status: "OK",
    held: heldOf(fieldsOf(user)),
    isAdopted: false,
    forceChange: false,
    ...more,
  });
}

function fixture(users: unknown, accounts: unknown = {}, more: Props = {}, outputs: Props = {}): Props {
  return held(
    "TestUsers",
    "fixture",
    { environmentId: E, users, fingerprints: "[secret]", owner: "pulumi:p/s/fixture", ...more },
    { environmentId: E, accounts, fingerprints: "[secret]", ...outputs },
  );
}

function changeBy(one: Props, ...messages: string[]): Change & Required<Pick<Change, "users">> {
  const report = reportOnPreview(
    previewJson(
      [one],
      messages.map((text) => said("TestUsers", "fixture", text)),
    ),
  );
  const [found] = report.changes;
  if (found?.users === undefined) {
    throw new Error("no users");
  }
  return { ...found, users: found.users };
}

describe("what a preview does with TestUsers", () => {
  it("is each user once, at first", () => {
    const { users, calls, does } = changeBy(
      step("create", undefined, fixture({ a: {}, b: {}, c: {}, d: {} })),
    );
    expect(users.added).to.deep.equal({ count: 4, first: ["a", "b", "c"] });
    expect(calls).to.deep.equal(sum([page, policy, times(4, add)]));
    expect(does).to.equal("users: 4 added");
  });

  it("is without a look at the policy where that is off", () => {
    const { calls } = changeBy(step("create", undefined, fixture({ a: {} }, {}, { policyCheck: "off" })));
    expect(calls).to.deep.equal(sum([page, add]));
  });

  it("is what the provider's plan says, in its very words", () => {
    const marks = (...made: string[]) => made.map((mark) => mark.padEnd(NO_MARK.length, mark)).join("");
    const rows = {
      alice: { email: "new@e.com" },
      bob: {},
      carol: { forceChange: true },
      dave: {},
      "e, (f)": {},
    };
    const accounts = {
      alice: account("alice", { email: "old@e.com" }),
      bob: account("bob"),
      carol: account("carol"),
      "e, (f)": account("e, (f)"),
      gone: account("gone"),
      guest: account("guest", {}, { isAdopted: true }),
    };
    const plan = planUsers(
      { accounts, fingerprints: marks("1", "2", "3", "4", "5", "6") },
      { environmentId: E, users: rows, fingerprints: marks("1", "x", "3", "6", "y") },
      () => E,
    );
    const words = describePlan(plan) ?? "";
    const { users, calls, does } = changeBy(step("update", fixture({}, accounts), fixture(rows)), words);
    expect(users).to.deep.equal({
      added: { count: 1, first: ["dave"] },
      changed: { count: 1, first: ["alice"] },
      // A comma in a name shows as two names: the number is right.
      withAnotherPassword: { count: 2, first: ["bob", "e", "(f)"] },
      askedToChange: { count: 1, first: ["carol"] },
      removed: { count: 1, first: ["gone"] },
      left: { count: 1, first: ["guest"] },
    });
    expect(calls).to.deep.equal(sum([policy, add, change, times(2, rotate), forceChange, remove]));
    expect(does).to.equal(
      "users: 1 added, 1 changed, 2 with another password, 1 asked to change the password, 1 removed, 1 left as they were found",
    );
  });

  it("is a call for each kind of field, and at least one for each user", () => {
    const accounts = { alice: account("alice"), bob: account("bob") };
    const rows = { alice: { email: "a@e.com", enabled: false }, bob: { population: "Staff" } };
    const words = "2 users declared: 2 changed (alice, bob).";
    const { calls } = changeBy(step("update", fixture({}, accounts), fixture(rows)), words);
    expect(calls).to.deep.equal(times(3, change));
  });

  it("is what the rows tell where the provider says nothing", () => {
    const accounts = { alice: account("alice"), gone: account("gone") };
    const { users } = changeBy(step("update", fixture({}, accounts), fixture({ alice: {}, bob: {} })));
    expect([users.added.first, users.removed.first]).to.deep.equal([["bob"], ["gone"]]);
  });

  for (const [what, users] of [
    ["[secret]", "[secret]"],
    ["a secret that is shown", shownSecret({ planted: {} })],
  ] as const) {
    it(`is numbers without names for rows that are secret (${what})`, () => {
      const made = changeBy(
        step("create", undefined, fixture(users)),
        "2 users declared, one call each (x, planted).",
      );
      expect(made.users.added).to.deep.equal({ count: 2, first: [] });
      const words = "2 users declared: 1 added (planted); 1 removed (old).";
      const changed = changeBy(
        step("update", fixture(users, { old: account("old") }), fixture(users)),
        words,
      );
      expect(changed.users.added).to.deep.equal({ count: 1, first: [] });
      expect(changed.users.removed).to.deep.equal({ count: 1, first: [] });
    });
  }

  it("takes a field that is secret for one that is not known", () => {
    const accounts = { alice: account("alice"), bob: account("bob") };
    const rows = { alice: { email: "[secret]" }, bob: { email: shownSecret("b@e.com") } };
    const { users } = changeBy(step("update", fixture({}, accounts), fixture(rows)));
    expect(users.changed.count).to.equal(0);
  });

  it("takes names from the rows, where a comma is part of one", () => {
    const words = "1 user declared: 1 added (x, y).";
    const { users } = changeBy(step("update", fixture({}), fixture({ "x, y": {} })), words);
    expect(users.added).to.deep.equal({ count: 1, first: ["x, y"] });
  });

  it("says where something is not known yet", () => {
    const open = "1 user declared: some passwords are not known yet.";
    const { isOpen } = changeBy(step("update", fixture({}, { a: account("a") }), fixture({ a: {} })), open);
    expect(isOpen).to.equal(true);
  });

  it("is a call for each user that a deletion does not leave", () => {
    const accounts = { a: account("a"), b: account("b"), guest: account("guest", {}, { isAdopted: true }) };
    const { users, calls } = changeBy(step("delete", fixture({}, accounts)));
    expect([users.removed.count, users.left.count]).to.deep.equal([2, 1]);
    expect(calls).to.deep.equal({ ...times(2, remove), reads: 1 });
  });

  it("is both for a replacement, and only the taking over in the same environment", () => {
    const accounts = { a: account("a") };
    const elsewhere = fixture({ a: {} }, {}, { environmentId: "22222222-2222-4333-8444-555555555555" });
    const moved = changeBy(step("replace", fixture({ a: {} }, accounts), elsewhere));
    expect([moved.users.added.count, moved.users.removed.count]).to.deep.equal([1, 1]);
    const again = changeBy(step("replace", fixture({ a: {} }, accounts), fixture({ a: {} })));
    expect([again.users.added.count, again.users.removed.count]).to.deep.equal([1, 0]);
  });

  it("is pages for a refresh, and a look at each user that needs one", () => {
    const accounts = Object.fromEntries(
      Array.from({ length: 1002 }, (_, index) => {
        const name = `user-${index}`;
        return [name, account(name, {}, { isAdopted: index === 0 })];
      }),
    );
    const look = (outputs: Props) =>
      reportOnPreview(previewJson([step("refresh", fixture({}, accounts, {}, outputs))])).expected.calls;
    expect(look({})).to.deep.equal(sum([times(2, page), readOne]));
    expect(look({ refreshPasswords: true })).to.deep.equal(sum([times(2, page), times(1003, readOne)]));
  });
});
