import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "chai";
import type { Props } from "../../../provider/lifecycle";
import { UNKNOWN } from "../../../provider/lifecycle/unknown";
import { offlineSession, recordReport } from "../../helpers/session";
import { type ActionSample, actionSamples, lifecycleOf } from "./action-samples";

/** Checks what a program declares, in a process of its own. Answers what is wrong, in words, and the values kept there. */
async function check({ type }: ActionSample, news: Props, olds: Props = {}) {
  const session = offlineSession();
  const { inputs, failures } = await lifecycleOf(type, session).check(olds, news, recordReport());
  return { inputs, reasons: failures.map(({ reason }) => reason), kept: [...session.values.values()] };
}

const without = (props: Props, name: string): Props =>
  Object.fromEntries(Object.entries(props).filter(([key]) => key !== name));

for (const sample of actionSamples) {
  const { type, inputs, secrets, required, subject } = sample;
  const whole = { ...inputs, ...secrets };
  const again = { ...inputs, triggers: ["second"] };

  for (const [name, value] of Object.entries(secrets)) {
    describe(`${type} check of ${name}`, () => {
      let folder: string;
      before(() => {
        folder = mkdtempSync(join(tmpdir(), "check-secrets-"));
      });
      after(() => {
        rmSync(folder, { recursive: true });
        delete process.env["CHECK_SECRETS_SPEC"];
      });
      const from = { ...without(whole, name), [`${name}From`]: { env: "CHECK_SECRETS_SPEC" } };

      it("keeps it in this process", async () => {
        expect((await check(sample, whole)).kept).to.have.members(Object.values(secrets));
      });

      it("reads it from the environment", async () => {
        process.env["CHECK_SECRETS_SPEC"] = value;
        const { inputs: checked, reasons, kept } = await check(sample, from);
        expect(reasons).to.deep.equal([]);
        expect(checked).to.deep.equal(inputs);
        expect(kept).to.have.members(Object.values(secrets));
      });

      it("names a variable that is not set", async () => {
        delete process.env["CHECK_SECRETS_SPEC"];
        expect((await check(sample, from)).reasons).to.deep.equal([
          `${name}From.env: the environment variable CHECK_SECRETS_SPEC is not set where pulumi runs. Set it and run again (a preview that has no secrets: PINGONE_PREVIEW_WITHOUT_SECRETS=1).`,
        ]);
      });

      it("takes a name that any object answers to for no variable", async () => {
        const named = { ...without(whole, name), [`${name}From`]: { env: "toString" } };
        const { reasons } = await check(sample, named);
        expect(reasons).to.have.length(1);
        expect(reasons[0]).to.contain(`${name}From.env: the environment variable toString is not set`);
      });

      it("reads it from a file", async () => {
        const file = join(folder, name);
        writeFileSync(file, `${value}\n`);
        const { reasons, kept } = await check(sample, { ...without(whole, name), [`${name}From`]: { file } });
        expect(reasons).to.deep.equal([]);
        expect(kept).to.have.members(Object.values(secrets));
      });

      it("does not take it twice", async () => {
        const { reasons } = await check(sample, { ...whole, [`${name}From`]: { env: "CHECK_SECRETS_SPEC" } });
        expect(reasons).to.deep.equal([`${name} and ${name}From are both given: keep one of them.`]);
      });

      it("refuses what is no text, is empty or cannot be one", async () => {
        const kinds: readonly (readonly [wrong: unknown, got: string])[] = [
          [42, "a number: put it in quotes."],
          [null, "null."],
          [[value], "a list."],
          [true, "a boolean: put it in quotes."],
        ];
        for (const [wrong, got] of kinds) {
          expect((await check(sample, { ...whole, [name]: wrong })).reasons).to.deep.equal([
            `${name} has to be a text, got ${got}`,
          ]);
        }
        for (const wrong of ["", "x".repeat(256)]) {
          const { reasons } = await check(sample, { ...whole, [name]: wrong });
          expect(reasons).to.have.length(1);
          expect(reasons[0]).to.match(
            name === "recoveryCode" ? /8 letters and digits/ : /is empty|more than 255 characters/,
          );
        }
      });

      it("does not take it for a trigger, which would stand in the state", async () => {
        const { reasons } = await check(sample, { ...whole, triggers: [{ build: value }] });
        expect(reasons).to.deep.equal([
          `triggers holds ${name}, which would stand in the state: use something else that changes with it.`,
        ]);
      });

      it("takes one that is not known yet, and keeps nothing of it", async () => {
        for (const unknown of [{ [name]: UNKNOWN }, { [`${name}From`]: { env: UNKNOWN } }]) {
          const {
            inputs: checked,
            reasons,
            kept,
          } = await check(sample, { ...without(whole, name), ...unknown });
          expect(reasons).to.deep.equal([]);
          expect(checked).to.deep.equal(inputs);
          expect(kept).not.to.include(value).and.not.to.include(UNKNOWN);
        }
      });

      it("does not ask for it when nothing is to be done", async () => {
        expect(await check(sample, inputs, inputs)).to.deep.equal({ inputs, reasons: [], kept: [] });
        delete process.env["CHECK_SECRETS_SPEC"];
        expect((await check(sample, from, inputs)).reasons).to.deep.equal([]);
        expect((await check(sample, { ...inputs, [name]: "" }, inputs)).reasons).to.deep.equal([]);
      });

      it("does not ask for it when only an upstream resource makes the user unknown at preview", async () => {
        const { reasons } = await check(sample, { ...inputs, [subject]: UNKNOWN }, inputs);
        expect(reasons).to.deep.equal([]);
      });
    });
  }

  for (const name of required) {
    const missing = `${name} is missing: ${type} runs now and needs it. Give ${name} (a secret), or ${name}From: { env: "NAME" } or { file: "path" }.`;
    describe(`${type} check without ${name}`, () => {
      it("asks for it when it is created", async () => {
        expect((await check(sample, without(whole, name))).reasons).to.deep.equal([missing]);
      });

      it("asks for it again when a trigger changes, or may", async () => {
        expect((await check(sample, { ...without(whole, name), ...again }, inputs)).reasons).to.include(
          missing,
        );
        const news = { ...without(whole, name), triggers: [UNKNOWN] };
        expect((await check(sample, news, inputs)).reasons).to.deep.equal([missing]);
      });

      it("asks for it again when it is for another user", async () => {
        const news = { ...without(whole, name), userId: "b0b00000-0000-4000-8000-000000000002" };
        expect((await check(sample, news, inputs)).reasons).to.deep.equal([missing]);
      });
    });
  }
}

for (const sample of actionSamples.filter(({ secrets }) => Object.keys(secrets).length > 0)) {
  describe(`${sample.type} check of two for one user`, () => {
    const whole = { ...sample.inputs, ...sample.secrets };
    const checkAs = async (lifecycle: ReturnType<typeof lifecycleOf>, resource: string, news: Props) =>
      (await lifecycle.check({}, news, recordReport(resource))).failures.map(({ reason }) => reason);

    it("names the other one, whose secrets would mix with its own", async () => {
      const lifecycle = lifecycleOf(sample.type, offlineSession());
      expect(await checkAs(lifecycle, "urn:first", whole)).to.deep.equal([]);
      expect(await checkAs(lifecycle, "urn:first", whole), "the same one again").to.deep.equal([]);
      expect(await checkAs(lifecycle, "urn:second", whole)).to.deep.equal([
        `this user has another ${sample.type} already (urn:first): keep one of the two.`,
      ]);
    });

    it("counts for nothing when something else is wrong with it", async () => {
      const session = offlineSession();
      const lifecycle = lifecycleOf(sample.type, session);
      expect(await checkAs(lifecycle, "urn:wrong", { ...whole, other: true })).to.have.length(1);
      expect(session.values.size).to.equal(0);
      expect(await checkAs(lifecycle, "urn:right", whole)).to.deep.equal([]);
    });

    it("takes two users who are both not known yet", async () => {
      const lifecycle = lifecycleOf(sample.type, offlineSession());
      for (const resource of ["urn:first", "urn:second"]) {
        expect(await checkAs(lifecycle, resource, { ...whole, [sample.subject]: UNKNOWN })).to.deep.equal([]);
      }
    });

    it("does not count for the other types", async () => {
      const session = offlineSession();
      await checkAs(lifecycleOf(sample.type, session), "urn:first", whole);
      for (const other of actionSamples.filter(({ type }) => type !== sample.type)) {
        const found = await checkAs(lifecycleOf(other.type, session), "urn:other", {
          ...other.inputs,
          ...other.secrets,
        });
        expect(found).to.deep.equal([]);
      }
    });
  });
}
