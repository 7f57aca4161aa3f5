import { expect } from "chai";
import fc from "fast-check";
import {
  createMarker,
  joinMarks,
  type Marker,
  NO_MARK,
  splitMarks,
  WITHHELD_MARK,
} from "../../../provider/lifecycle/test-users/password-marks";

const names = fc.uniqueArray(
  fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.constantFrom("__proto__", "constructor", "a.b")),
);

describe("createMarker", () => {
  let marker: Marker;
  before(async () => {
    marker = await createMarker("e", "pulumi:p/s/n");
  });

  it("makes equal marks of equal passwords of one user, whatever the case of the name", async () => {
    const again = await createMarker("e", "pulumi:p/s/n");
    expect(marker("bob", ["value", "x"])).to.equal(again("Bob", ["value", "x"]));
  });

  it("makes other marks of another password, user, version, kind, environment and resource", async () => {
    const marks = [
      marker("bob", ["value", "x"]),
      marker("bob", ["value", "y"]),
      marker("eve", ["value", "x"]),
      marker("bob", ["value", "x", 1]),
      marker("bob", ["value", "x", "1"]),
      marker("bob", ["generate", {}]),
      (await createMarker("f", "pulumi:p/s/n"))("bob", ["value", "x"]),
      (await createMarker("e", "pulumi:p/s/m"))("bob", ["value", "x"]),
    ];
    expect(new Set(marks).size).to.equal(marks.length);
  });

  it("makes marks as long as those that stand for something", () => {
    expect(marker("bob", []).length).to.equal(NO_MARK.length).and.to.equal(WITHHELD_MARK.length);
  });
});

describe("joinMarks", () => {
  it("is undone by splitMarks for the same usernames in whatever order", async () => {
    const marker = await createMarker("e", "pulumi:p/s/n");
    fc.assert(
      fc.property(
        names.chain((all) =>
          fc.record({
            all: fc.constant(all),
            marked: fc.subarray(all),
            shuffled: fc.shuffledSubarray(all, { minLength: all.length }),
          }),
        ),
        ({ all, marked, shuffled }) => {
          const marks = new Map(marked.map((name) => [name, marker(name, ["value", name])]));
          const found = splitMarks(shuffled, joinMarks(all, marks));
          expect([...found.keys()].sort()).to.deep.equal([...all].sort());
          for (const name of all) {
            expect(found.get(name)).to.equal(marks.get(name) ?? NO_MARK);
          }
        },
      ),
    );
  });

  it("says nothing to other usernames", () => {
    expect(splitMarks(["a", "b"], joinMarks(["a"], new Map())).size).to.equal(0);
  });
});
