import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "chai";
import { fingerprint } from "../../provider/lifecycle/fingerprint";
import { createMarker, joinMarks } from "../../provider/lifecycle/test-users/password-marks";
import { findSecret } from "../helpers/find-secret";
import { itAtLength } from "../helpers/it-at-length";
import { replaceInState } from "../helpers/replace-in-state";
import { withStack } from "../helpers/with-stack";

/** Text of every secret here: nothing of it may be printed. */
const PLANTED = "Pl4nted";

withStack("secrets as people have them, on the engine", ({ simulator, stack, newUser, writes }) => {
  const put = (name: string, content: string | Buffer) => {
    writeFileSync(join(stack().project, name), content);
  };
  const latin1 = (letter: string) => Buffer.from(`${PLANTED}-W\xF6rd!${letter}1\r\n`, "latin1");
  const utf16 = Buffer.from(`\uFEFF${PLANTED}-Word!16\r\n`, "utf16le");

  it("refuses what nobody can type, with what to do, and warns of what can be meant", async () => {
    put("latin1.txt", latin1("\xE4"));
    put("utf16.txt", utf16);
    put("two-ends.txt", `${PLANTED}-Word!2\n\n`);
    const rows = ["anna,file:latin1.txt", "ben,file:utf16.txt", "carl,file:two-ends.txt", "dora,env:CRLF"];
    put("users.csv", ["username,passwordRef", ...rows].join("\n"));
    put("users.yaml", `- username: emil\n  password: |\n    ${PLANTED}-Word!3\n`);
    stack().setEnv({
      CRLF: `${PLANTED}-Word!4\r`,
      QUOTED: `"${PLANTED}-Word!5"`,
      HASH: `{SSHA-256}${PLANTED}=`,
    });
    const userId = newUser();
    const declare = (resource: string) => {
      stack().program(`const environmentId = "${simulator().environmentId}"; ${resource}`);
    };
    const alice = (input: string) =>
      `new pingone.UserPassword("alice", { environmentId, userId: "${userId}", ${input} });`;
    const refused: readonly (readonly [resource: string, says: readonly string[]])[] = [
      [
        `new pingone.TestUsers("fixture", { environmentId, users: [
          ...pingone.readUsers("users.csv"), ...pingone.readUsers("users.yaml", { allowPlaintext: true }),
          { username: "zero", value: "${PLANTED}\\0-Word!6" }, { username: "half", value: "${PLANTED}\\ud83d-Word!7" },
        ] });`,
        [
          'users.csv:2:6: valueFrom.file: "latin1.txt" is not in UTF-8 (line 1): save it as UTF-8.',
          'users.csv:3:5: valueFrom.file: "utf16.txt" is in UTF-16 (it begins with the byte order mark FF FE)',
          'users.csv:4:6: valueFrom.file: "two-ends.txt" has a line feed (U+000A) at its end',
          "users.csv:5:6: valueFrom.env: the environment variable CRLF has a carriage return (U+000D) at its end",
          "users.yaml:2:13: value has a line feed (U+000A) at its end",
          'users["zero"].value: value has a null character (U+0000) as its character 8',
          'users["half"].value: value has a replacement character (U+FFFD) as its character 8',
        ],
      ],
      [
        alice('valueFrom: { file: "latin1.txt" }'),
        ['valueFrom.file: "latin1.txt" is not in UTF-8 (line 1): save it as UTF-8.'],
      ],
      [
        'new pingone.User("hidden", { environmentId, username: "ali\\u200bce" });',
        ["username has a zero-width space (U+200B) as its character 4"],
      ],
    ];
    for (const [resource, says] of refused) {
      declare(resource);
      const preview = await stack().fail("preview", "--diff");
      for (const text of says) {
        expect(preview).to.include(text);
      }
    }
    declare(alice('valueFrom: { env: "CRLF" }'));
    await stack().fail("up", "--yes", "--skip-preview");
    expect(writes()).to.deep.equal([]);

    declare(`
      ${alice('valueFrom: { env: "QUOTED" }')}
      new pingone.UserPassword("hash", {
        environmentId, userId: "${newUser()}", valueFrom: { env: "HASH" }, policyCheck: "off",
      });
    `);
    expect(await stack().preview())
      .to.include("the environment variable QUOTED has the same quotation mark at both ends")
      .and.to.include("begins with a prefix that PingOne does not know (did you mean {SSHA256}?)");
    expect(
      stack()
        .runs.map(({ output }) => output)
        .join("\n"),
    ).not.to.include(PLANTED);
  });

  itAtLength("keeps a stack green that an earlier release has set them with", async () => {
    const { environmentId } = simulator();
    const userId = newUser();
    const read = latin1("\xE4").toString("utf8").trimEnd();
    stack().setEnv({ CRLF: `${PLANTED}-Word!4` });
    put("secret.txt", `${PLANTED}-Word!0`);
    const bert = newUser();
    // The SDK of earlier releases left the half out on its way.
    const declare = (users: string, half = "") => {
      stack().program(`
        const environmentId = "${environmentId}";
        new pingone.UserPassword("bert", { environmentId, userId: "${bert}", value: "${PLANTED}" + "${half}-Word!8" });
        new pingone.UserPassword("alice", { environmentId, userId: "${userId}", valueFrom: { file: "secret.txt" } });
        new pingone.TestUsers("fixture", { environmentId, users: { ${users} } });
      `);
    };
    const cleo = (half = "") => `cleo: { value: "${PLANTED}" + "${half}-Word!9" }`;
    const rows = (half = "") => `anna: { valueFrom: { env: "CRLF" } }, ben: {}, ${cleo(half)}`;
    declare(rows());
    await stack().up();

    // What an earlier release, which read otherwise, would have left of the same program.
    const owner = "pulumi:test/dev/fixture";
    const marker = await createMarker(environmentId, owner);
    const marks = new Map(
      Object.entries({ anna: `${PLANTED}-Word!4\r`, cleo: `${PLANTED}-Word!9` }).map(([name, value]) => [
        name,
        marker(name, ["value", value, undefined]),
      ]),
    );
    await replaceInState(stack(), {
      alice: { fingerprint: await fingerprint(read, { environmentId, userId }) },
      fixture: { fingerprints: joinMarks(["anna", "ben", "cleo"], marks) },
    });
    put("secret.txt", latin1("\xE4"));
    stack().setEnv({ CRLF: `${PLANTED}-Word!4\r` });
    declare(rows("\\ud800"), "\\ud800");
    simulator().ledger.clear();

    const unchanged = await stack().preview("--expect-no-changes", "--diff");
    expect(unchanged)
      .to.include('"secret.txt" is not in UTF-8 (line 1): save it as UTF-8.')
      .and.to.include("the environment variable CRLF has a carriage return (U+000D) at its end")
      .and.to.include("value has a replacement character (U+FFFD) as its character 8")
      .and.to.include('users["cleo"].value: value has a replacement character (U+FFFD)')
      .and.to.include("Mend the secret, and pulumi up sets the mended one.");
    await stack().up("--expect-no-changes");
    await stack().refresh();
    expect(writes()).to.deep.equal([]);

    // The engine stops at the first resource that is refused.
    const expectRefused = async (says: string) => {
      const changed = await stack().fail("preview", "--diff");
      expect(changed).to.include(says).and.not.to.include(`${says} The password in force`);
    };
    put("secret.txt", latin1("b"));
    await expectRefused('"secret.txt" is not in UTF-8 (line 1): save it as UTF-8.');
    put("secret.txt", latin1("\xE4"));
    stack().setEnv({ CRLF: `${PLANTED}-Word!5\r` });
    await expectRefused("the environment variable CRLF has a carriage return (U+000D) at its end");
    // Anna's row is taken out, and the halves as well.
    declare(`ben: {}, ${cleo()}`);
    await stack().up();
    expect(writes()).to.deep.equal(["deleteUser 204"]);
    put("secret.txt", `${PLANTED}-Wörd!ä1\r\n`);
    await stack().up();
    expect(simulator().verifyPassword(userId, `${PLANTED}-Wörd!ä1`)).to.equal(true);
    await replaceInState(stack(), {
      alice: { fingerprint: await fingerprint(read, { environmentId, userId }) },
    });
    put("secret.txt", latin1("\xE4"));
    await stack().destroy();
    expect(await findSecret(stack(), `${PLANTED}-W`)).to.deep.equal([join(stack().project, "secret.txt")]);
  });
});
