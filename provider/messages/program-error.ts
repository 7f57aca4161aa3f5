const CALLEES = [
  "readUsers",
  "getUser",
  "getUserPassword",
  "getPasswordPolicy",
  "Provider",
  "UserPassword",
  "User",
  "TestUsers",
  "PasswordUnlock",
  "ForgotPassword",
  "PasswordForceChange",
  "PasswordRecoveryCode",
  "PasswordRecovery",
  "PasswordReset",
  "PasswordCheck",
] as const;

/** What a program calls or constructs. */
export type Callee = (typeof CALLEES)[number];

/** A call as messages name it, such as `readUsers`, `getUser "alice"` or `getUser (userId ...)`. */
export type ProgramCall = Callee | `${Callee} ${string}`;

/** An error of this package that ended a program. */
export type ProgramError = {
  readonly call: string;
  /** Each problem, with its place where it has one; without the heading of a list. */
  readonly problems: readonly string[];
};

/** Begins each error that this package ends a program with: other errors may hold secrets, so a report must tell them apart. */
const MARK = "pingone.";

/** The message of an error that ends a program. */
export function programError(call: ProgramCall, sentence: string): string {
  return `${MARK}${call}: ${sentence}`;
}

/** Takes the mark off a message that a program has changed: it may hold anything now. */
export function disownProgramError(message: string): string {
  return message.startsWith(MARK) ? message.slice(MARK.length) : message;
}

/** Reads what {@link programError} wrote. @returns undefined for the error of somebody else */
export function readProgramError(message: string): ProgramError | undefined {
  const [, call, callee, sentence] = FORM.exec(message) ?? [];
  if (call === undefined || sentence === undefined || !CALLEES.some((known) => known === callee)) {
    return undefined;
  }
  const lines = sentence
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const [first, ...others] = lines;
  return { call, problems: first?.endsWith(":") === true && others.length > 0 ? others : lines };
}

/** A name in quotes is a JSON string. */
const FORM = /^pingone\.((\w+)(?: "(?:[^"\\\n]|\\.)*"| \(\w+ [\w-]+\))?): (.+)$/s;
