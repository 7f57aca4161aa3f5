import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, relative } from "node:path";
import { AssertionError } from "chai";
import { UserRowsError } from "../../provider/errors";
import { readUsers, type ReadUsersOptions } from "../../provider/user-rows/read-users";
import type { TestUser } from "../../provider/user-rows/test-user";
import { withFiles } from "../helpers/with-files";

/** Files of users, in a folder for each test of the suite this is called in. */
export function withRowFiles() {
  const { path } = withFiles();
  const write = (name: string, text: string | Buffer): string => {
    mkdirSync(dirname(path(name)), { recursive: true });
    writeFileSync(path(name), text);
    return path(name);
  };
  /** A file's path as messages and states have it. */
  const shown = (name: string) => relative(process.cwd(), path(name));
  const read = (name: string, text: string | Buffer, options?: ReadUsersOptions): TestUser[] =>
    readUsers(write(name, text), options);
  /** What a file is refused with; paths as if it lay in the current directory. */
  const refusal = (name: string, text: string | Buffer, options?: ReadUsersOptions): UserRowsError =>
    refusalOf(write(name, text), options);
  const problems = (name: string, text: string | Buffer, options?: ReadUsersOptions): string[] =>
    refusal(name, text, options).problems.map((problem) => problem.replaceAll(shown(name), name));
  return { path, shown, read, refusal, problems };
}

/** What reading a file is refused with. */
export function refusalOf(path: string, options?: ReadUsersOptions): UserRowsError {
  try {
    readUsers(path, options);
  } catch (error) {
    if (error instanceof UserRowsError) {
      return error;
    }
    throw error;
  }
  throw new AssertionError("the file is read, where a refusal was expected");
}

/** Rows without what only messages need. */
export function plain(users: readonly TestUser[]): unknown {
  return JSON.parse(JSON.stringify(users));
}
