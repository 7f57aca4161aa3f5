import { writeFileSync } from "node:fs";
import { expect } from "chai";
import { PingOneError } from "../../provider/errors";
import type { Props } from "../../provider/lifecycle";
import { fingerprint } from "../../provider/lifecycle/fingerprint";
import { createMarker, joinMarks } from "../../provider/lifecycle/test-users/password-marks";
import { testUsers } from "../../provider/lifecycle/test-users";
import { userPassword } from "../../provider/lifecycle/user-password";
import { UNKNOWN } from "../../provider/lifecycle/unknown";
import { userKey } from "../../provider/lifecycle/user-id";
import { refusalOf } from "../errors/refusal-of";
import { offlineSession, recordReport } from "../helpers/session";
import { withFiles } from "../helpers/with-files";
import { user } from "./check-inputs";

const VARIABLE = "SECRET_IN_FORCE_SPEC";
const OWNER = "pulumi:project/stack/fixture";

/** What earlier releases set: where it was read from, what they made of it, and the same with one byte changed. */
type Before = {
  readonly what: string;
  readonly way: "input" | "env" | "file";
  readonly content: string | Buffer;
  readonly read: string;
  readonly changed: string | Buffer;
  readonly says: string;
};

const befores: readonly Before[] = [
  {
    what: "a Latin-1 file",
    way: "file",
    content: Buffer.from("Pl4nt\xE4d\n", "latin1"),
    read: "Pl4nt\uFFFDd",
    changed: Buffer.from("Pl4nt\xE4D\n", "latin1"),
    says: "is not in UTF-8 (line 1): save it as UTF-8",
  },
  {
    what: "a UTF-16 file",
    way: "file",
    content: Buffer.from("\uFEFFPl4nted\r\n", "utf16le"),
    read: Buffer.from("\uFEFFPl4nted\r\n", "utf16le").toString("utf8"),
    changed: Buffer.from("\uFEFFPl4nteD\r\n", "utf16le"),
    says: "is in UTF-16 (it begins with the byte order mark FF FE)",
  },
  {
    what: "a file with two line ends",
    way: "file",
    content: "Pl4nted\n\n",
    read: "Pl4nted\n",
    changed: "Pl4nteD\n\n",
    says: "has a line feed (U+000A) at its end",
  },
  {
    what: "a variable of a .env file with CRLF",
    way: "env",
    content: "Pl4nted\r",
    read: "Pl4nted\r",
    changed: "Pl4nteD\r",
    says: "has a carriage return (U+000D) at its end",
  },
  {
    what: "an input with half of a character, which the SDK left out on its way",
    way: "input",
    content: "Pl4nt\uFFFDed!",
    read: "Pl4nted!",
    changed: "Pl4nt\uFFFDeD!",
    says: "it stands for half of a character or for a text that was not in UTF-8",
  },
  {
    what: "an input with U+FFFD itself",
    way: "input",
    content: "Pl4nt\uFFFDed!",
    read: "Pl4nt\uFFFDed!",
    changed: "Pl4nt\uFFFDeD!",
    says: "has a replacement character (U+FFFD) as its character 6",
  },
];
const MEND = "stays as it is. Mend the secret, and pulumi up sets the mended one.";

describe("a secret in force that would be refused now", () => {
  const files = withFiles();
  afterEach(() => {
    Reflect.deleteProperty(process.env, VARIABLE);
  });
  const give = (content: string | Buffer, way: Before["way"]): Props => {
    if (way === "input") {
      return { value: content };
    }
    if (way === "env") {
      process.env[VARIABLE] = String(content);
      return { valueFrom: { env: VARIABLE } };
    }
    writeFileSync(files.path("secret.txt"), content);
    return { valueFrom: { file: files.path("secret.txt") } };
  };

  for (const { what, way, content, read, changed, says } of befores) {
    describe(`of a UserPassword, from ${what}`, () => {
      const state = async () => {
        const { value: _taken, ...given } = give(content, way);
        const inputs = { ...user, ...given, fingerprint: await fingerprint(read, user) };
        return { inputs, outs: { ...inputs, status: "OK" as const, externallyChanged: false } };
      };
      const check = async (news: Props, olds: Props = {}) => {
        const session = offlineSession({ isPreview: () => false });
        const report = recordReport();
        const result = await userPassword(session).check(olds, { ...user, fingerprint: "", ...news }, report);
        return { session, report, ...result };
      };

      it("is a warning that says how to mend it, and no change", async () => {
        const { inputs: olds, outs } = await state();
        const { inputs, failures, report, session } = await check(give(content, way), olds);
        expect(failures).to.deep.equal([]);
        expect(report.warnings).to.have.length(1);
        expect(report.warnings[0]).to.contain(says).and.to.contain(MEND).and.not.to.match(/Pl4nt/i);
        expect(inputs).to.deep.equal(olds);
        const diff = await userPassword(session).diff(userKey(user), outs, inputs as never, report);
        expect(diff).to.deep.equal({ changes: false, replaces: [] });
      });

      it("is refused once it is changed, and where there is no state", async () => {
        const { inputs: olds } = await state();
        for (const { failures, report } of [
          await check(give(changed, way), olds),
          await check(give(content, way)),
          await check(give(content, way), { ...olds, userId: "b0b00000-0000-4000-8000-000000000002" }),
        ]) {
          expect(report.warnings).to.deep.equal([]);
          expect(failures).to.have.length(1);
          expect(failures[0]?.reason)
            .to.contain(says)
            .and.not.to.match(/Pl4nt|stays as it is/i);
        }
      });

      it("is not written again by a run that makes the resource anew", async () => {
        const { inputs: olds } = await state();
        const { inputs, session } = await check(give(content, way), olds);
        const create = userPassword(session).create(inputs as never, recordReport());
        expect((await refusalOf(PingOneError, create)).message).to.contain(says);
      });

      if (way === "input" && !read.includes("\uFFFD")) {
        it("is no change where it is mended into what is in force", async () => {
          const { inputs: olds } = await state();
          const { inputs, failures, report } = await check(give(read, way), olds);
          expect([failures, report.warnings]).to.deep.equal([[], []]);
          expect(inputs).to.deep.equal(olds);
        });
      }

      it("is a warning where the user is not known at preview", async () => {
        const { inputs: olds } = await state();
        const { failures, report } = await check({ ...give(content, way), userId: UNKNOWN }, olds);
        expect(failures).to.deep.equal([]);
        expect(report.warnings[0]).to.contain(says).and.to.contain(MEND);
      });

      it("is changed for a text that can be typed", async () => {
        const { inputs: olds } = await state();
        const { inputs, failures, report } = await check(give("Pl4nted", way), olds);
        expect([failures, report.warnings]).to.deep.equal([[], []]);
        expect(inputs["fingerprint"]).not.to.equal(olds.fingerprint);
      });
    });

    describe(`of a row, from ${what}`, () => {
      const declare = (rows: Readonly<Record<string, Props>>): Props => ({
        environmentId: user.environmentId,
        users: Object.fromEntries(
          Object.entries(rows).map(([username, { value: _value, ...row }]) => [username, row]),
        ),
        passwords: Object.fromEntries(
          Object.entries(rows).flatMap(([username, { value }]) =>
            value === undefined ? [] : [[username, value]],
          ),
        ),
        owner: OWNER,
        fingerprints: "",
      });
      const state = async (): Promise<Props> => {
        const rows = { alice: give(content, way), bob: {} };
        const marker = await createMarker(user.environmentId, OWNER);
        const marks = new Map([["alice", marker("alice", ["value", read, undefined])]]);
        const { passwords: _taken, ...declared } = declare(rows);
        return { ...declared, fingerprints: joinMarks(["alice", "bob"], marks) };
      };
      const check = async (rows: Readonly<Record<string, Props>>, olds: Props) => {
        const report = recordReport();
        const result = await testUsers(offlineSession()).check(olds, declare(rows), report);
        return { report, ...result };
      };

      it("is a warning with its place, and no change", async () => {
        const olds = await state();
        const rows = { alice: give(content, way), bob: {} };
        const { inputs, failures, report } = await check(rows, olds);
        expect(failures).to.deep.equal([]);
        expect(report.warnings).to.have.length(1);
        expect(report.warnings[0])
          .to.contain(`users["alice"].${way === "input" ? "value: value" : "valueFrom: valueFrom."}`)
          .and.to.contain(says)
          .and.to.contain(MEND)
          .and.not.to.match(/Pl4nt/i);
        expect(inputs).to.deep.equal(olds);
      });

      it("is refused once it is changed, and for another user", async () => {
        const olds = await state();
        for (const rows of [
          { alice: give(changed, way), bob: {} },
          { bob: {}, carol: give(changed, way) },
        ]) {
          const { failures } = await check(rows, olds);
          expect(failures).to.have.length(1);
          expect(failures[0]?.reason).to.contain(says).and.not.to.match(/Pl4nt/i);
        }
      });

      it("does not keep the row, or another one, from being taken out", async () => {
        const olds = await state();
        const without = await check({ bob: {} }, olds);
        expect([without.failures, without.report.warnings]).to.deep.equal([[], []]);
        const { failures } = await check({ alice: give(content, way) }, olds);
        expect(failures).to.deep.equal([]);
      });
    });
  }
});
