import { inspect } from "node:util";
import { expect } from "chai";
import { PingOneConfigError } from "../../../provider/errors";
import type { Props } from "../../../provider/lifecycle";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { offlineSession, recordReport } from "../../helpers/session";
import { type ActionSample, actionSamples, lifecycleOf } from "./action-samples";

/** Checks what a program declares; no call is made. */
function check(
  { type }: ActionSample,
  news: Props,
  olds: Props = {},
  session = offlineSession(),
  report = recordReport(),
) {
  return lifecycleOf(type, session).check(olds, news, report);
}

/** What check finds wrong, in words. */
async function reasons(sample: ActionSample, news: Props, olds?: Props): Promise<string[]> {
  return (await check(sample, news, olds)).failures.map(({ reason }) => reason);
}

for (const sample of actionSamples) {
  const { type, inputs, others, secrets, subject } = sample;
  const whole = { ...inputs, ...secrets };

  describe(`${type} check`, () => {
    it("passes on what is declared", async () => {
      expect(await check(sample, whole)).to.deep.equal({ inputs, failures: [] });
    });

    it("passes on a user who is not known yet", async () => {
      const news = { ...whole, [subject]: UNKNOWN };
      expect(await check(sample, news)).to.deep.equal({
        inputs: { ...inputs, [subject]: UNKNOWN },
        failures: [],
      });
    });

    it("takes triggers of any shape, and none", async () => {
      for (const triggers of [undefined, [], { a: [1, "two"] }, [UNKNOWN]]) {
        expect(await reasons(sample, { ...whole, triggers })).to.deep.equal([]);
      }
    });

    it("names each property of the user that is wrong", async () => {
      const found = await reasons(sample, { ...whole, environmentId: "E", [subject]: 42 });
      expect(found.map((reason) => reason.split(" ")[0])).to.deep.equal(["environmentId", subject]);
    });

    it("misses the user", async () => {
      const news = Object.fromEntries(
        Object.entries(whole).filter(([name]) => !["environmentId", subject].includes(name)),
      );
      const found = await reasons(sample, news);
      expect(found.map((reason) => reason.slice(0, reason.indexOf(" is missing")))).to.deep.equal([
        "environmentId",
        subject,
      ]);
    });

    it("points out an input that does not exist, and names those that do", async () => {
      const [found = "", ...more] = await reasons(sample, { ...whole, trigger: "once" });
      expect(more).to.deep.equal([]);
      const known = ["environmentId", subject, "triggers", ...Object.keys(others)];
      const from = Object.keys(secrets).flatMap((name) => [name, `${name}From`]);
      expect(found).to.contain(`"trigger" is not an input of ${type}`);
      expect(found.split("Its inputs are ")[1]?.replace(".", "").split(", ")).to.have.members([
        ...known,
        ...from,
      ]);
    });

    it("says what is missing in the connection, without a call", async () => {
      const session = offlineSession({
        checkConnection: () => {
          throw new PingOneConfigError("PINGONE_CLIENT_ID is missing.");
        },
      });
      const { failures } = await check(sample, whole, {}, session);
      expect(failures).to.deep.equal([{ property: "", reason: "PINGONE_CLIENT_ID is missing." }]);
    });

    it("refuses a setting that is no text", async () => {
      for (const name of Object.keys(others)) {
        for (const value of [42, "", ["app"], { code: "AB12cd34" }]) {
          const found = await reasons(sample, { ...whole, [name]: value });
          expect(found.map((reason) => reason.split(" ")[0])).to.deep.equal([name]);
        }
      }
    });

    it("takes settings that are not known yet", async () => {
      const unknown = Object.fromEntries(Object.keys(others).map((name) => [name, UNKNOWN]));
      expect(await reasons(sample, { ...whole, ...unknown })).to.deep.equal([]);
    });

    it("keeps no secret among the inputs, nor in a reason", async () => {
      const wrong: readonly Props[] = [
        { ...whole, environmentId: "E" },
        { ...whole, other: true },
        ...Object.entries(secrets).flatMap(([name, value]) => [
          { ...whole, [name]: [value] },
          { ...whole, [`${name}From`]: { env: value } },
          { ...inputs, [`${name}From`]: { env: `${value}!` } },
          { ...inputs, [`${name}From`]: { secret: value } },
          { ...whole, [name]: value.repeat(30) },
        ]),
      ];
      for (const news of wrong) {
        const checked = await check(sample, news);
        expect(checked.failures, inspect(news)).not.to.deep.equal([]);
        for (const secret of Object.values(secrets)) {
          expect(inspect(checked, { depth: Infinity })).not.to.contain(secret);
        }
      }
    });
  });
}
