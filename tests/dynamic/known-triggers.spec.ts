import { expect } from "chai";
import { createKnownTriggers } from "../../provider/dynamic/known-triggers";
import { isTriggered, type Props } from "../../provider/lifecycle";
import { recordReport } from "../helpers/session";

const at = (milliseconds: number) => [new Date(milliseconds).toISOString()];
const of = (triggers: unknown, userId = "alice"): Props => ({ environmentId: "e", userId, triggers });
/** What an earlier version kept of a date. */
const lost = [{}];

/** Whether an action runs whose outputs are these, as both diff and update find it. */
function runs(known: ReturnType<typeof createKnownTriggers>, outs: Props, news: Props): boolean {
  return isTriggered(known.restore(outs, news), news);
}

describe("createKnownTriggers", () => {
  it("runs the action for another date than the inputs have, where the outputs have lost it", () => {
    const known = createKnownTriggers();
    known.keep(of(at(0)), of(at(1)), recordReport());
    expect(runs(known, of(lost), of(at(1)))).to.equal(true);
  });

  it("runs nothing for the same date, or for the first that is recorded, which it says", () => {
    const known = createKnownTriggers();
    const report = recordReport();
    known.keep(of(at(1)), of(at(1)), report);
    expect(report.infos).to.deep.equal([]);
    known.keep(of(lost), of(at(1)), report);
    expect(report.infos).to.have.length(1);
    expect(runs(known, of(lost), of(at(1)))).to.equal(false);
  });

  it("keeps to it while other actions on the user are checked, before the diff or behind it", () => {
    const known = createKnownTriggers();
    known.keep(of(at(0)), of(at(1)), recordReport());
    known.keep(of(["x"]), of(["x"]), recordReport());
    expect(runs(known, of(lost), of(at(1)))).to.equal(true);
    known.keep(of(lost), of(at(1)), recordReport());
    known.keep(of(at(1)), of(at(1)), recordReport());
    known.keep(of(["x"]), of(at(1)), recordReport());
    known.keep(of(at(2)), of(at(3)), recordReport());
    expect(runs(known, of(lost), of(at(1)))).to.equal(true);
    expect(runs(known, of(["x"]), of(["x"]))).to.equal(false);
  });

  it("runs nothing because of another action's date, or another user's", () => {
    const known = createKnownTriggers();
    known.keep(of(at(0)), of(at(1)), recordReport());
    known.keep(of(at(2)), of(at(2)), recordReport());
    known.keep(of(at(3)), of(at(3)), recordReport());
    expect(runs(known, of(lost), of(at(2)))).to.equal(false);
    expect(runs(known, of(lost, "bob"), of(at(1), "bob"))).to.equal(false);
    expect(runs(known, of({ at: {} }), of({ at: at(1)[0] }))).to.equal(false);
  });

  it("finds the user of the state while the program's is not known yet", () => {
    const known = createKnownTriggers();
    const unknown = of(at(1), "04da6b54-80e4-46f7-96ec-b56ff0331ba9");
    known.keep(of(at(0)), unknown, recordReport());
    expect(runs(known, of(lost), unknown)).to.equal(true);
  });
});
