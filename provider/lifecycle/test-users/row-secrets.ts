import { listProblems, placesOf, type TestUser } from "../../user-rows";
import type { CheckFailure, Report } from "../lifecycle";
import { failure } from "../rules";
import { tellUnfit } from "../declared-secret";
import type { Session } from "../session";
import type { DeclaredPassword } from "./declared-password";
import { valueKey } from "./living-key";

type Declarations = ReadonlyMap<string, DeclaredPassword>;

/** Keeps the passwords of rows for the create or update that follows, and of those that must not be written the reason. */
export function keepValues(
  { values, unfit }: Session,
  environmentId: string,
  owner: string,
  declared: Declarations,
): void {
  for (const [username, password] of declared) {
    const key = valueKey(environmentId, owner, username);
    if (password.kind === "value" && password.unfit !== undefined) {
      unfit.set(key, password.unfit);
    } else if (password.kind === "value") {
      values.set(key, password.value);
    }
  }
}

/** Refuses what rows say of their passwords and cannot be used. */
export function tellWrongRows(rows: readonly TestUser[], declared: Declarations): CheckFailure[] {
  return refusal(
    onSecrets(rows, declared, (password) => (password.kind === "wrong" ? [password.reason] : [])),
  );
}

/** Refuses passwords that nobody can type where they would be written, and warns of those that are in force. */
export function tellUnfitRows(
  rows: readonly TestUser[],
  fresh: readonly TestUser[],
  declared: Declarations,
  report: Report,
): CheckFailure[] {
  const isFresh = new Set(fresh.map(({ username }) => username));
  const refused = onSecrets(rows, declared, (password, { username }) =>
    password.kind === "value" && password.unfit !== undefined && isFresh.has(username)
      ? [password.unfit]
      : [],
  );
  const inForce = onSecrets(rows, declared, (password, { username }) =>
    password.kind === "value" && password.unfit !== undefined && !isFresh.has(username)
      ? [tellUnfit(password.unfit)]
      : [],
  );
  if (inForce.length > 0) {
    report.warn(`users:\n${listProblems(inForce)}`);
  }
  return refusal(refused);
}

/** Says of passwords that are going to be written what stands out about them. */
export function tellOddRows(fresh: readonly TestUser[], declared: Declarations, report: Report): void {
  const odd = onSecrets(fresh, declared, (password) =>
    password.kind === "value" ? (password.odd ?? []) : [],
  );
  if (odd.length > 0) {
    report.warn(`users:\n${listProblems(odd)}`);
  }
}

/** What is to be said of the passwords of rows, each with its place. */
function onSecrets(
  rows: readonly TestUser[],
  declared: Declarations,
  say: (password: DeclaredPassword, row: TestUser) => readonly string[],
): string[] {
  const where = placesOf(rows);
  return rows.flatMap((row, index) => {
    const password = declared.get(row.username);
    const column = row.generate !== undefined ? "generate" : row.value !== undefined ? "value" : "valueFrom";
    return password === undefined ? [] : say(password, row).map((text) => `${where(index, column)}: ${text}`);
  });
}

function refusal(problems: readonly string[]): CheckFailure[] {
  return problems.length === 0 ? [] : [failure(`users:\n${listProblems(problems)}`)];
}
