import { writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { expect } from "chai";
import { nodeFolder } from "../consumer/newest-node";
import { itAtLength } from "../helpers/it-at-length";
import type { Stack } from "../helpers/stack";
import { withStack } from "../helpers/with-stack";

/** Seconds. Node's inspect loops for ever on the stacks that Pulumi's source maps make: a run that hangs ends by this. */
const LIMIT = 60;

const NO_SECRET =
  "PINGONE_CLIENT_SECRET is missing. The connection to PingOne is taken whole from the environment";

withStack("an error in a program on the engine", ({ simulator, stack, newUser }) => {
  /** Errors of all places but the module level, each of its own kind. */
  const places = (userId: string) => `
    const environmentId = "${simulator().environmentId}";
    const later = (work) => void Promise.resolve().then(work);
    class Team extends pulumi.ComponentResource {
      constructor(name, declare) {
        super("test:index:Team", name);
        declare({ parent: this });
      }
    }

    pulumi.output("in-apply").apply((username) => pingone.getUser({ environmentId, username }));
    new pingone.UserPassword("alice", {
      environmentId, userId: pingone.getUserOutput({ environmentId, username: "as-input" }).userId, valueFrom: { env: "HOME" },
    });
    later(() => new Team("rows", (opts) => new pingone.TestUsers("team", { environmentId, users: pulumi.output([]) }, opts)));
    later(() => new Team("imported", (opts) => new pingone.User("carol", { environmentId, username: "c" }, { ...opts, import: "x" })));
    later(() => new Team("file", () => pingone.readUsers("missing.csv")));
    pulumi.output("x").apply(() => new pingone.PasswordUnlock("no-arguments"));
    pulumi.output("x").apply(() => new pingone.Provider("no-arguments"));
    module.exports = async () => {
      const { status } = await pingone.getUserPassword({ environmentId, userId: "${userId}" });
      return { status };
    };
  `;
  const expected = (userId: string) => [
    `getUser "in-apply": ${NO_SECRET}`,
    `getUser "as-input": ${NO_SECRET}`,
    `getUserPassword (userId ${userId}): ${NO_SECRET}`,
    'TestUsers "team": users has to be known when the program runs',
    'User "carol": the option import does not work',
    "readUsers: missing.csv: the file does not exist",
    'PasswordUnlock "no-arguments": its arguments are missing',
    'Provider "no-arguments": its arguments are missing',
  ];

  it("ends the run at once with one sentence, wherever it is thrown", async () => {
    const userId = newUser();
    stack().setEnv({ PINGONE_CLIENT_SECRET: undefined });
    stack().program(places(userId));
    expectSentences(await errorsOf(stack()), expected(userId));
  });

  for (const version of ["20", "22", "24"]) {
    itAtLength(`ends it so with Node ${version}, with the oldest and the newest SDK as well`, async () => {
      const userId = newUser();
      const folder = await nodeFolder(version);
      stack().setEnv({
        PATH: `${folder}${delimiter}${process.env["PATH"] ?? ""}`,
        PINGONE_CLIENT_SECRET: undefined,
      });
      stack().program(places(userId));
      expectSentences(await errorsOf(stack()), expected(userId));
      for (const sdk of ["pulumi-sdk-oldest", "pulumi-sdk-newest"]) {
        stack().useSdk(sdk);
        expectSentences(await errorsOf(stack()), expected(userId));
      }
    });
  }

  itAtLength("ends it so where the program is loaded, in TypeScript", async () => {
    writeFileSync(join(stack().project, "package.json"), JSON.stringify({ name: "test", main: "index.ts" }));
    writeFileSync(
      join(stack().project, "index.ts"),
      'import { readUsers } from "pulumi-pingone-password";\n\nexport const users = readUsers("missing.csv");\n',
    );
    expectSentences(await errorsOf(stack()), ["readUsers: missing.csv: the file does not exist"]);
  });

  itAtLength("ends it so for what PingOne refuses, and says one time what many calls share", async () => {
    const { environmentId } = simulator();
    stack().program(`
      const environmentId = "${environmentId}";
      for (const username of ["alice", "bob"]) {
        const { userId } = pingone.getUserOutput({ environmentId, username });
        new pingone.UserPassword(username, { environmentId, userId, valueFrom: { env: "HOME" } });
      }
    `);
    expectSentences(await errorsOf(stack()), [
      `getUser "alice": environment ${environmentId} has no user "alice"`,
      `getUser "bob": environment ${environmentId} has no user "bob"`,
    ]);
    stack().setEnv({ PINGONE_CLIENT_SECRET: "Pl4nted-Secret" });
    for (const sdk of ["pulumi-sdk-oldest", "pulumi-sdk-newest"]) {
      stack().useSdk(sdk);
      expectSentences(await errorsOf(stack()), [
        'getUser "alice": getting an access token failed: PingOne refuses the client credentials',
      ]);
    }
    expect(
      stack()
        .runs.map(({ output }) => output)
        .join(),
    ).not.to.include("Pl4nted");
  });
});

/** The errors that a preview shows below Diagnostics, one a line: where there are stacks, their lines as well. */
async function errorsOf(stack: Stack): Promise<string[]> {
  stack.limit = { seconds: LIMIT, waitingFor: "the errors of the program" };
  const { exitCode, output } = await stack.run("preview");
  expect(exitCode, output).not.to.equal(0);
  const [, diagnostics = ""] = /^Diagnostics:\n([^]*?)(?:^Resources:|$(?![^]))/m.exec(output) ?? [];
  return diagnostics
    .split("\n")
    .filter((line) => line.trim() !== "" && !/^ {2}\S/.test(line))
    .map((line) => line.trim());
}

/** Each sentence once, in whatever order, and nothing else. */
function expectSentences(errors: readonly string[], beginnings: readonly string[]): void {
  const unexpected = errors.filter(
    (line) => !beginnings.some((begin) => line.startsWith(`error: pingone.${begin}`)),
  );
  expect(unexpected).to.deep.equal([]);
  expect(errors, errors.join("\n")).to.have.length(beginnings.length);
}
