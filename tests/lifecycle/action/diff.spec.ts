import { expect } from "chai";
import type { Props } from "../../../provider/lifecycle";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { offlineSession, recordReport } from "../../helpers/session";
import { type ActionSample, actionSamples, lifecycleOf } from "./action-samples";

/** Diff makes no call. */
function diff({ type, suffix, inputs, outs }: ActionSample, news: Props) {
  const lifecycle = lifecycleOf(type, offlineSession());
  return lifecycle.diff(`e/u/${suffix}`, { ...inputs, ...outs }, { ...inputs, ...news }, recordReport());
}

for (const sample of actionSamples) {
  const { type, subject, others } = sample;
  const cases: readonly (readonly [what: string, news: Props, changes: boolean, replaces: string[]])[] = [
    ["nothing", {}, false, []],
    ["the same triggers, made anew", { triggers: ["first", { build: 1 }] }, false, []],
    ["another trigger, deep inside", { triggers: ["first", { build: 2 }] }, true, []],
    ["one trigger more", { triggers: ["first", { build: 1 }, "more"] }, true, []],
    ["triggers of another shape", { triggers: { first: true } }, true, []],
    ["no triggers", { triggers: undefined }, true, []],
    ["a trigger that is not known yet", { triggers: [UNKNOWN, { build: 1 }] }, true, []],
    ["another user", { [subject]: "other" }, true, [subject]],
    ["another environment", { environmentId: "other" }, true, ["environmentId"]],
    ["a user who is not known yet", { [subject]: UNKNOWN }, false, []],
    ["an environment that is not known yet", { environmentId: UNKNOWN }, false, []],
    ...Object.entries(others)
      .flatMap(([name, value]) => [
        [`another ${name}`, { [name]: value }, true, []] as const,
        [`a ${name} that is not known yet`, { [name]: UNKNOWN }, false, []] as const,
      ])
      .map(([what, news, changes]) => [what, news, changes, []] as [string, Props, boolean, string[]]),
  ];

  describe(`${type} diff`, () => {
    for (const [what, news, changes, replaces] of cases) {
      it(`sees ${what} as ${replaces.length > 0 ? "a replacement" : changes ? "an update" : "no change"}`, async () => {
        expect(await diff(sample, news)).to.deep.equal({ changes, replaces });
      });
    }
  });
}
