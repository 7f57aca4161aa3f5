import { inspect } from "node:util";
import { expect } from "chai";
import {
  allowBooleans,
  allowChoices,
  refuseOthers,
  requireTexts,
  requireUuids,
} from "../../provider/lifecycle/rules";
import { UNKNOWN } from "../../provider/lifecycle/unknown";

const uuid = "a11ce000-0000-4000-8000-000000000001";

describe("requireUuids", () => {
  const values: readonly (readonly [value: unknown, reason: string | undefined])[] = [
    [uuid, undefined],
    [UNKNOWN, undefined],
    [undefined, "userId is missing"],
    ["", "userId is missing"],
    [uuid.toUpperCase(), "has to be in lower case"],
    ["alice", "To look a user up by username: getUserOutput({ environmentId, username }).userId."],
    [`${uuid}/`, "has to be a PingOne id"],
    [42, "has to be a PingOne id"],
    [null, "has to be a PingOne id"],
  ];
  for (const [value, reason] of values) {
    it(`${reason === undefined ? "takes" : "refuses"} ${inspect(value)}`, () => {
      const [failure, ...others] = requireUuids({ userId: value }, ["userId"]);
      expect(others).to.deep.equal([]);
      if (reason === undefined) {
        expect(failure).to.equal(undefined);
      } else {
        expect(failure?.property).to.equal("");
        expect(failure?.reason)
          .to.match(/^userId /)
          .and.to.contain(reason);
      }
    });
  }
});

describe("requireUuids of what is no user", () => {
  it("speaks of no username", () => {
    const [failure] = requireUuids({ environmentId: "prod" }, ["environmentId"]);
    expect(failure?.reason).to.contain("has to be a PingOne id").and.not.to.contain("username");
  });
});

describe("requireTexts", () => {
  for (const value of ["a", "x".repeat(128), "😀".repeat(128), UNKNOWN]) {
    it(`takes ${value.slice(0, 40)}`, () => {
      expect(requireTexts({ username: value }, ["username"])).to.deep.equal([]);
    });
  }

  it("says what is missing", () => {
    expect(requireTexts({}, ["username"])).to.deep.equal([
      { property: "", reason: "username is missing: give what the user signs on with." },
    ]);
  });

  const refused: readonly (readonly [value: unknown, rest: string])[] = [
    ["", ": give what the user signs on with."],
    [" \n", ": give what the user signs on with."],
    ["x".repeat(129), ": give what the user signs on with."],
    [42, ", got a number: put it in quotes."],
    [null, ", got null."],
    [["a"], ", got a list."],
  ];
  for (const [value, rest] of refused) {
    it(`refuses ${inspect(value).slice(0, 40)} without repeating it`, () => {
      expect(requireTexts({ username: value }, ["username"])).to.deep.equal([
        { property: "", reason: `username has to be a text of 1 to 128 characters${rest}` },
      ]);
    });
  }
});

describe("allowBooleans", () => {
  it("takes booleans, nothing and what is not known yet", () => {
    expect(allowBooleans({ a: true, b: false, c: UNKNOWN }, ["a", "b", "c", "d"])).to.deep.equal([]);
  });

  it("refuses texts and numbers that look like booleans", () => {
    const failures = allowBooleans({ a: "true", b: 1, c: null }, ["a", "b", "c"]);
    expect(failures.map(({ reason }) => reason.split(" ")[0])).to.deep.equal(["a", "b", "c"]);
    expect(failures.map(({ property }) => property)).to.deep.equal(["", "", ""]);
    expect(failures.map(({ reason }) => reason)).to.deep.equal([
      "a has to be true or false, got a text: write it without quotes.",
      "b has to be true or false, got a number.",
      "c has to be true or false, got null.",
    ]);
  });
});

describe("allowChoices", () => {
  it("takes a choice, nothing and what is not known yet", () => {
    for (const when of ["always", undefined, UNKNOWN]) {
      expect(allowChoices({ when }, "when", ["ifLocked", "always"])).to.deep.equal([]);
    }
  });

  it("lists the choices when it refuses", () => {
    const reasons = ["Always", "iflocked", "never", 1].map(
      (when) => allowChoices({ when }, "when", ["ifLocked", "always"])[0]?.reason,
    );
    expect(reasons).to.deep.equal([
      'when: did you mean "always"? It has to be one of "ifLocked", "always".',
      'when: did you mean "ifLocked"? It has to be one of "ifLocked", "always".',
      'when has to be one of "ifLocked", "always".',
      'when has to be one of "ifLocked", "always", got a number.',
    ]);
  });
});

describe("refuseOthers", () => {
  it("names an input that does not exist, never its value, and those that do", () => {
    expect(
      refuseOthers({ userId: uuid, pasword: "hidden" }, "UserPassword", ["userId", "value"]),
    ).to.deep.equal([
      {
        property: "",
        reason: '"pasword" is not an input of UserPassword. Its inputs are userId, value.',
      },
    ]);
  });
});
