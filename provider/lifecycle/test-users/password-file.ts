import { readFile } from "node:fs/promises";
import { writeSecretFile } from "../../delivery";
import { PingOneError } from "../../errors";
import { decodeUtf8 } from "../../text/decode-utf8";
import { isRecord } from "../../transport";

/** Passwords by username. */
type Passwords = ReadonlyMap<string, string>;

/** What became of passwords that were written, and of others in the file. */
export type Settlement = {
  /** Whose new password is not set after all: they have the one before. */
  readonly notSet: Iterable<string>;
  /** Who is spelled otherwise now. */
  readonly renamed: Iterable<readonly [was: string, username: string]>;
  /** Whose password in the file is none any more. */
  readonly gone: Iterable<string>;
};

/** The file that generated passwords are delivered to: JSON, by username. */
export type PasswordFile = {
  /** True when no password was there before. */
  readonly isNew: boolean;
  /** Writes passwords beside those that are there: before any of them is set. */
  write(passwords: Passwords): Promise<void>;
  /** Makes the file what holds after a run. */
  settle(settlement: Settlement): Promise<void>;
};

/**
 * Opens the file that passwords are delivered to. One that holds something else is left alone, and an error when it is written.
 * @param known passwords that belong there, because the state gives them up
 * @throws {PingOneError} when it cannot be read
 */
export async function openPasswordFile(file: string, known: Passwords): Promise<PasswordFile> {
  const found = await readPasswords(file);
  const before = new Map([...(found ?? []), ...known]);
  let now: Passwords = found ?? new Map<string, string>();
  const save = async (next: Passwords) => {
    if (next.size === now.size && [...next].every(([username, value]) => now.get(username) === value)) {
      return;
    }
    if (found === undefined) {
      throw new PingOneError(
        `deliverTo: "${file}" is there already and holds something else than passwords by username (JSON). Name another file, or take that one away.`,
      );
    }
    try {
      await writeSecretFile(file, JSON.stringify(Object.fromEntries(next), undefined, 2));
      now = next;
    } catch (error) {
      throw new PingOneError(
        `deliverTo: the generated passwords could not be written to "${file}" (${codeOf(error)}). Mend that and run again.`,
      );
    }
  };
  return {
    isNew: found?.size === 0,
    write: (passwords) => save(new Map([...before, ...passwords])),
    settle: ({ notSet, renamed, gone }) => {
      const next = new Map(now);
      for (const username of notSet) {
        put(next, username, before.get(username));
      }
      for (const [was, username] of renamed) {
        put(next, username, next.get(username) ?? next.get(was));
        next.delete(was);
      }
      for (const username of gone) {
        next.delete(username);
      }
      return save(next);
    },
  };
}

function put(passwords: Map<string, string>, username: string, value: string | undefined): void {
  if (value === undefined) {
    passwords.delete(username);
  } else {
    passwords.set(username, value);
  }
}

/** Undefined for a file that holds something else. */
async function readPasswords(file: string): Promise<Passwords | undefined> {
  const bytes = await readFile(file).catch((error: unknown) => {
    if (codeOf(error) === "ENOENT") {
      return Buffer.from("{}");
    }
    throw new PingOneError(
      `deliverTo: "${file}" cannot be read (${codeOf(error)}). Mend that and run again.`,
    );
  });
  const decoded = decodeUtf8(bytes);
  const entries = "text" in decoded ? entriesIn(decoded.text) : undefined;
  return entries?.every((entry): entry is [string, string] => typeof entry[1] === "string") === true
    ? new Map(entries)
    : undefined;
}

function entriesIn(text: string): [string, unknown][] | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? Object.entries(value) : undefined;
  } catch {
    return undefined;
  }
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? "failed";
}
