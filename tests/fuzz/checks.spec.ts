import { inspect } from "node:util";
import * as fc from "fast-check";
import { AssertionError, expect } from "chai";
import { PingOneError } from "../../provider/errors";
import { subjectKey } from "../../provider/lifecycle";
import { offlineSession, recordReport } from "../helpers/session";
import { lifecycleOf } from "../lifecycle/action/action-samples";
import { declarations, samples } from "./declarations";
import { drawing, PATIENCE } from "./drawing";
import { environmentId, userId } from "./operation-samples";
import { expectPrototypesUntouched, planted, spellingsOf } from "./planted";

const secrets = spellingsOf([planted.password, planted.newPassword, planted.recoveryCode]);

function expectNoSecretIn(what: string, value: unknown): void {
  const text = inspect(value, { depth: Infinity, maxArrayLength: Infinity, maxStringLength: Infinity });
  const shown = secrets.findIndex(
    (secret) => text.includes(secret) || text.includes(inspect(secret).slice(1, -1)),
  );
  if (shown >= 0) {
    throw new AssertionError(`${what} shows secret number ${shown}`);
  }
}

/** As in `up`: the preview of a creation looks for users who carry the mark already. */
const ask = () => offlineSession({ isPreview: () => false });

describe("check and diff of any declaration", () => {
  it("take each sample as it is", async () => {
    for (const { type, whole } of samples) {
      const { failures } = await lifecycleOf(type, ask()).check({}, whole, recordReport());
      expect(failures, type).to.deep.equal([]);
    }
  });

  it("name a resource by texts alone, half a character or an object without a text among them", () => {
    expect(subjectKey({ environmentId, username: "\ud83d" }, "forgot")).to.equal(
      `${environmentId}/%EF%BF%BD/forgot`,
    );
    expect(
      subjectKey({ environmentId: { toString: 1, valueOf: 1 }, userId: [Object.create(null)] }),
    ).to.equal("/");
  });

  it("refuse a username that holds half a character, which no address can", async () => {
    const sample = samples.find(({ type }) => type === "ForgotPassword");
    const news = { ...sample?.whole, username: "alice\ud83d" };
    const { failures } = await lifecycleOf("ForgotPassword", ask()).check({}, news, recordReport());
    expect(failures.map(({ reason }) => reason.split(" ", 1)[0])).to.deep.equal(["username"]);
  });

  it("end in failures or in inputs, without a throw and without a secret", async function () {
    this.timeout(PATIENCE);
    const checked = { passed: 0, refused: 0 };
    await fc.assert(
      fc.asyncProperty(declarations, async ({ sample: { type, whole }, news }) => {
        const lifecycle = lifecycleOf(type, ask());
        const report = recordReport();
        subjectKey(news);
        const { inputs, failures } = await lifecycle.check({}, news, report);
        for (const { property, reason } of failures) {
          expect(property).to.equal("");
          expect(reason)
            .to.match(/\S/)
            .and.not.to.match(/(?!\n)\p{Cc}/u);
        }
        expectNoSecretIn("a failure", failures);
        expectNoSecretIn("a message", [report.infos, report.warnings, report.stages]);
        checked[failures.length > 0 ? "refused" : "passed"] += 1;
        // What has failed is kept nowhere.
        if (failures.length === 0) {
          expectNoSecretIn("inputs", inputs);
          const before = await lifecycleOf(type, ask()).check({}, whole, recordReport());
          const id = `${environmentId}/${userId}`;
          const olds = { ...before.inputs, accounts: {} };
          const { changes, replaces } = await lifecycle.diff(id, olds, inputs, report);
          expect(changes).to.be.a("boolean");
          expect(replaces).to.be.an("array");
          expectNoSecretIn("a message", [report.infos, report.warnings]);
        }
        expectPrototypesUntouched();
      }),
      drawing(400),
    );
    expect(checked.passed).to.be.greaterThan(20);
    expect(checked.refused).to.be.greaterThan(20);
  });

  it("end a read of any id in a typed error, before any call", async function () {
    this.timeout(PATIENCE);
    await fc.assert(
      fc.asyncProperty(declarations, fc.string({ unit: "binary" }), async ({ sample: { type } }, id) => {
        await lifecycleOf(type, ask())
          .read(id, {}, recordReport())
          .catch((error: unknown) => {
            expect(error).to.be.instanceOf(PingOneError);
          });
      }),
      drawing(100, 10_000),
    );
  });
});
