import { expect } from "chai";
import { writeFileSync } from "node:fs";
import { readUsers, UserPassword } from "../../provider";
import { lifecycles } from "../../provider/lifecycle";
import { describeConstruction } from "../../provider/dynamic/describe-construction";
import { type Callee, programError, readProgramError } from "../../provider/messages";
import { withFiles } from "../helpers/with-files";

describe("the message of an error that ends a program", () => {
  const files = withFiles();

  function messageOf(work: () => unknown): string {
    try {
      work();
    } catch (error) {
      return (error as Error).message;
    }
    return expect.fail("nothing was thrown");
  }

  for (const call of [
    "readUsers",
    'getUser "alice"',
    'getUser "a\\" (b: \\\\"',
    "getUserPassword (userId a11ce000-0000-4000-8000-000000000001)",
    'Provider "tenant: one"',
  ] as const) {
    it(`is read as it was written: ${call}`, () => {
      const sentence = 'environment "x": there is no user. Check the username.';
      expect(readProgramError(programError(call, sentence))).to.deep.equal({ call, problems: [sentence] });
    });
  }

  it("is read of every resource, whatever its name", () => {
    for (const type of Object.keys(lifecycles) as Callee[]) {
      for (const name of ["alice", 'a"b\n: c\\', "ü".repeat(300)]) {
        const call = describeConstruction(type, name);
        expect(readProgramError(programError(call, "no."))).to.deep.equal({ call, problems: ["no."] });
      }
    }
  });

  it("gives each problem of a file that readUsers refuses, without the heading", () => {
    const file = files.path("users.csv");
    writeFileSync(file, "username,passwordRef\nann,secret\nbob,x y\n");
    const { call, problems = [] } = readProgramError(messageOf(() => readUsers(file))) ?? {};
    expect(call).to.equal("readUsers");
    expect(problems.map((problem) => /users\.csv:\d+:\d+: passwordRef/.exec(problem)?.[0])).to.deep.equal([
      "users.csv:2:5: passwordRef",
      "users.csv:3:5: passwordRef",
    ]);
  });

  it("is what a constructor throws", () => {
    const message = messageOf(() => new UserPassword("alice", undefined as never));
    expect(readProgramError(message)?.call).to.equal('UserPassword "alice"');
  });

  it("is not read of anything else, were it alike", () => {
    for (const text of [
      "readUsers: no.",
      "pingone.login: no.",
      "pingone.readUsers no.",
      "pingone.readUsers: ",
      " pingone.readUsers: no.",
      "Error: pingone.readUsers: no.",
      "pingone.readUsers of mine: no.",
    ]) {
      expect(readProgramError(text), text).to.equal(undefined);
    }
  });
});
