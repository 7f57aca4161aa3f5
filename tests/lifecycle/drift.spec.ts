import { expect } from "chai";
import { isNewer } from "../../provider/lifecycle/drift";

const earlier = "2026-11-21T09:00:00.000Z";
const later = "2026-11-21T09:00:00.001Z";

describe("isNewer", () => {
  const cases: readonly (readonly [changed: string | undefined, ours: string | undefined, newer: boolean])[] =
    [
      [later, earlier, true],
      [earlier, earlier, false],
      [earlier, later, false],
      ["2026-11-21T09:00:00Z", earlier, false],
      ["2026-11-21T10:00:00.001+01:00", earlier, true],
      [earlier, undefined, true],
      [undefined, earlier, true],
      [undefined, undefined, false],
    ];
  for (const [lastChangedAt, ours, newer] of cases) {
    it(`is ${String(newer)} for ${lastChangedAt ?? "no time"} after ${ours ?? "no time"} of ours`, () => {
      const state = { status: "OK", ...(lastChangedAt === undefined ? {} : { lastChangedAt }) };
      expect(isNewer(state, ours)).to.equal(newer);
    });
  }
});
