import { expect } from "chai";
import { readCursor, takePage, writeCursor } from "../../../simulator/wire/paging";

describe("takePage", () => {
  const items = [1, 3, 4, 7].map((sequence) => ({ sequence }));
  const sequences = (page: readonly { sequence: number }[]) => page.map(({ sequence }) => sequence);

  it("starts at the beginning and has no previous page there", () => {
    const { page, next, prev } = takePage(items, readCursor(undefined), 2);
    expect(sequences(page)).to.deep.equal([1, 3]);
    expect(readCursor(next)).to.deep.equal({ direction: "after", sequence: 3 });
    expect(prev).to.equal(undefined);
  });

  it("ends without a next page, also when the last page is full", () => {
    const { page, next, prev } = takePage(items, { direction: "after", sequence: 3 }, 2);
    expect(sequences(page)).to.deep.equal([4, 7]);
    expect(next).to.equal(undefined);
    expect(readCursor(prev)).to.deep.equal({ direction: "before", sequence: 4 });
  });

  it("takes the nearest items when it goes back", () => {
    expect(sequences(takePage(items, { direction: "before", sequence: 7 }, 2).page)).to.deep.equal([3, 4]);
  });

  it("has no neighbours when it is empty", () => {
    expect(takePage(items, { direction: "after", sequence: 7 }, 2)).to.deep.equal({ page: [] });
  });

  it("writes cursors that say nothing to the eye", () => {
    expect(writeCursor({ direction: "after", sequence: 3 })).to.match(/^[\w-]+$/);
  });
});
