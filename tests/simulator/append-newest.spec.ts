import { expect } from "chai";
import { ActivityLog } from "../../simulator/activities/activity-log";
import { REMEMBERED, appendNewest } from "../../simulator/append-newest";

describe("appendNewest", () => {
  it("keeps the newest, at least as many as asked for, in one and the same list", () => {
    const items: number[] = [];
    const lengths = new Set<number>();
    for (let item = 1; item <= 100; item += 1) {
      appendNewest(items, item, 20);
      if (item >= 20) lengths.add(items.length);
      expect(items.at(-1)).to.equal(item);
    }
    expect([...lengths].sort()).to.deep.equal([20, 21, 22]);
    expect(items).to.deep.equal(
      Array.from({ length: items.length }, (_, index) => 101 - items.length + index),
    );
  });

  it("bounds the activities, whose cursors go on", () => {
    const log = new ActivityLog();
    const user = { id: "u1", name: "alice", populationId: "p1" };
    const activity = {
      recordedAt: 0,
      correlationId: "c1",
      actor: undefined,
      type: "USER.UPDATED",
      user,
    } as const;
    const count = REMEMBERED * 1.2;
    for (let id = 1; id <= count; id += 1) log.add({ ...activity, id: String(id) });
    expect(log.all().length).to.be.within(REMEMBERED, REMEMBERED * 1.1);
    expect(log.all().at(-1)).to.include({ id: String(count), sequence: count });
  });
});
