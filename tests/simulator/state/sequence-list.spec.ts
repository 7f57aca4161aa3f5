import { expect } from "chai";
import fc from "fast-check";
import { SequenceList, countUpTo } from "../../../simulator/state/sequence-list";

describe("SequenceList", () => {
  it("is in order after whatever was added and deleted", () => {
    const toggles = fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.boolean()), { maxLength: 100 });
    fc.assert(
      fc.property(toggles, (changes) => {
        const all = Array.from({ length: 31 }, (_, sequence) => ({ sequence }));
        const list = new SequenceList<{ readonly sequence: number }>();
        const expected = new Set<number>();
        for (const [sequence, isRead] of changes) {
          const item = all[sequence] ?? { sequence };
          if (expected.delete(sequence)) list.delete(item);
          else {
            expected.add(sequence);
            list.add(item);
          }
          expect(list.length).to.equal(expected.size);
          if (isRead) expect(list.items).to.have.length(expected.size);
        }
        const inOrder = [...expected].sort((left, right) => left - right);
        expect(list.items.map((item) => item.sequence)).to.deep.equal(inOrder);
      }),
    );
  });
});

describe("countUpTo", () => {
  const items = [1, 3, 4].map((sequence) => ({ sequence }));

  it("counts those with the sequence or a lower one", () => {
    expect([0, 1, 2, 3, 4, 5].map((sequence) => countUpTo(items, sequence))).to.deep.equal([
      0, 1, 1, 2, 3, 3,
    ]);
  });
});
