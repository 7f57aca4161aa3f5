import { type DeliverTo, obstaclesTo, problemsOf } from "../../delivery";
import { isRecord } from "../../transport";
import { checkRows, listProblems, placesOf, rowsWithoutNulls, type TestUser } from "../../user-rows";
import { checkConnection } from "../check-connection";
import { declarePlace } from "../declare-place";
import type { CheckFailure, Props, Report } from "../lifecycle";
import { policyChecks } from "../predict-policy";
import { allowBooleans, allowChoices, failure, refuseOthers, requireUuids } from "../rules";
import type { Session } from "../session";
import { isUnknown, UNKNOWN } from "../unknown";
import { type DeclaredPassword, declaredPassword, markOf, withPassword } from "./declared-password";
import { foretellTakeover } from "./foretell-takeover";
import { createMarker, joinMarks, type Mark, type Marker, NO_MARK, splitMarks } from "./password-marks";
import { namesOf, users } from "./describe-plan";
import { predictRows, readAhead } from "./predict-rows";
import { keepValues, tellOddRows, tellUnfitRows, tellWrongRows } from "./row-secrets";
import { restoreRows } from "./restore-rows";
import { tellUnseenRows } from "./unseen-rows";
import { livingKey } from "./living-key";
import { warnOfKeptPasswords } from "./warn-of-kept-passwords";

const INPUTS = [
  "environmentId",
  "users",
  "deliverTo",
  "exposeValue",
  "adopt",
  "policyCheck",
  "refreshPasswords",
] as const;

type Declarations = ReadonlyMap<string, DeclaredPassword>;

/** Swaps the passwords for their marks, and keeps them in this process for the create or update that follows. */
export async function checkTestUsers(
  session: Session,
  olds: Props,
  { passwords, fingerprints: _made, origins, problems, owner: made, ...given }: Props,
  report: Report,
): Promise<{ inputs: Props; failures: readonly CheckFailure[] }> {
  const news = { ...given, users: rowsWithoutNulls(given["users"]) };
  const { environmentId, users: declaredUsers }: Props = news;
  // A resource that is renamed by an alias still knows its users by the old mark.
  const owner = String(olds["owner"] ?? made);
  const inputs = { ...withoutDefaults(news), owner };
  const failed = (failures: readonly CheckFailure[]) => ({
    inputs: { ...inputs, fingerprints: "" },
    failures,
  });
  const rows = isRecord(declaredUsers) ? restoreRows(declaredUsers, passwords, origins) : [];
  const failures = [
    ...refuseOthers(news, "TestUsers", INPUTS),
    ...requireUuids(news, ["environmentId"]),
    ...allowBooleans(news, ["exposeValue", "adopt", "refreshPasswords"]),
    ...allowChoices(news, "policyCheck", policyChecks),
    ...(isRecord(declaredUsers)
      ? checkUsers(rows, Object.keys(declaredUsers), problems)
      : [failure("users has to be a list or a map of users.")]),
    ...checkConnection(session),
  ];
  if (failures.length > 0) {
    return failed(failures);
  }
  const declared = new Map(rows.map((row) => [row.username, declaredPassword(row as Props)]));
  const isCreation = olds["users"] === undefined;
  const wrong = [
    ...tellWrongRows(rows, declared),
    ...tellUnseenRows(rows, olds, news, report),
    // Whatever is created is written: PingOne need not be asked first.
    ...(isCreation ? tellUnfitRows(rows, rows, declared, report) : []),
    ...checkDelivery(news, declared),
    ...declareOnce(session, news, declared, owner, report),
  ];
  if (wrong.length > 0) {
    return failed(wrong);
  }
  tellWithheld(declared, report);
  if (isCreation && rows.length > 0) {
    // Of a creation the engine shows no diff.
    report.info(`${users(rows.length)} declared, one call each (${namesOf(rows)}).`);
  }
  if (isUnknown(environmentId)) {
    return { inputs: { ...inputs, fingerprints: UNKNOWN }, failures: [] };
  }
  const [marker] = await Promise.all([
    createMarker(String(environmentId), owner),
    // Of a creation it is known already that the policies are asked for.
    isCreation ? readAhead(session.reads, news, withPassword(rows, declared)) : undefined,
  ]);
  const oldMarks = marksBefore(olds, environmentId);
  const marks = markAll(marker, rows, declared, oldMarks);
  keepValues(session, String(environmentId), owner, declared);
  const fresh = rows.filter(({ username }) => {
    const mark = marks.get(username);
    return mark !== NO_MARK && mark !== oldMarks.get(username.toLowerCase());
  });
  const unfit = tellUnfitRows(rows, fresh, declared, report);
  if (unfit.length > 0) {
    return failed(unfit);
  }
  tellOddRows(fresh, declared, report);
  // With ignoreChanges for them no passwords arrive at all.
  if (passwords !== undefined) {
    await warnOfKeptPasswords(session, String(environmentId), owner, marks, oldMarks, report);
  }
  const isOpen = [...marks.values()].includes(undefined);
  tellGenerated(fresh, declared, news, report);
  const refused = await predictRows(session.reads, news, rows, fresh, declared, report);
  if (isCreation) {
    await foretellTakeover(session, String(environmentId), owner, [...declared.keys()], report);
  }
  return {
    inputs: {
      ...inputs,
      fingerprints: isOpen
        ? UNKNOWN
        : joinMarks(
            rows.map(({ username }) => username),
            marks as ReadonlyMap<string, Mark>,
          ),
    },
    failures: refused,
  };
}

/** What the constructor found comes in words: by then rows that stand there twice are one. */
function checkUsers(
  rows: readonly TestUser[],
  usernames: readonly string[],
  problems: unknown,
): CheckFailure[] {
  const found = Array.isArray(problems)
    ? problems.map(String)
    : checkRows(rows, placesOf(rows, usernames), (value) => isUnknown(value));
  return found.length === 0 ? [] : [failure(`users:\n${listProblems(found)}`)];
}

/** A generated password that nobody gets is worse than none. */
function checkDelivery({ deliverTo, exposeValue }: Props, declared: Declarations): CheckFailure[] {
  const isGenerated = generates(declared);
  if (deliverTo === undefined || isUnknown(deliverTo)) {
    return isGenerated && deliverTo === undefined && exposeValue !== true && !isUnknown(exposeValue)
      ? [
          failure(
            'users with generate get passwords that nobody would have: say where they go with deliverTo: { file: "passwords.json" }, or keep them in the state, encrypted, with exposeValue: true.',
          ),
        ]
      : [];
  }
  if (!isRecord(deliverTo) || !("file" in deliverTo)) {
    return [failure('deliverTo has to name a file: { file: "passwords.json" }.')];
  }
  const problems = problemsOf(deliverTo);
  return [
    ...problems,
    ...(problems.length === 0 && isGenerated ? obstaclesTo(deliverTo as DeliverTo) : []),
  ].map(failure);
}

/** Two resources with one mark would delete each other's users, and two that write one file would lose each other's passwords. */
function declareOnce(
  session: Session,
  { environmentId, deliverTo }: Props,
  declared: Declarations,
  owner: string,
  report: Report,
): CheckFailure[] {
  const { livingUsers } = session;
  // Whatever the environments: the id of both would be the same.
  const other = livingUsers.declare(owner, report.resource);
  if (!isUnknown(environmentId)) {
    livingUsers.declare(livingKey(String(environmentId), owner), report.resource);
  }
  return [
    ...(other === undefined
      ? []
      : [failure(`another TestUsers of this stack has the same name (${other}): give one of them another.`)]),
    ...(generates(declared) ? declarePlace(session, deliverTo, report) : []),
  ];
}

/** Nothing else says where generated passwords go. */
function tellGenerated(
  fresh: readonly TestUser[],
  declared: Declarations,
  { deliverTo }: Props,
  report: Report,
): void {
  const generated = fresh.filter(({ username }) => declared.get(username)?.kind === "generate");
  if (generated.length > 0) {
    const place = isRecord(deliverTo) ? `the file "${String(deliverTo["file"])}"` : "the state, encrypted";
    report.info(
      `Passwords are generated for ${users(generated.length)} (${namesOf(generated)}), for ${place}.`,
    );
  }
}

function tellWithheld(declared: Declarations, report: Report): void {
  const withheld = [...declared.values()].filter(({ kind }) => kind === "withheld").length;
  if (withheld > 0) {
    report.warn(
      `${withheld} of the passwords are not set here, and PINGONE_PREVIEW_WITHOUT_SECRETS=1: they are not checked, and nothing may be written.`,
    );
  }
}

function generates(declared: Declarations): boolean {
  return [...declared.values()].some(({ kind }) => kind === "generate");
}

/** By usernames in lower case. */
function marksBefore(olds: Props, environmentId: unknown): ReadonlyMap<string, Mark> {
  const { users, fingerprints } = olds;
  return isRecord(users) && typeof fingerprints === "string" && olds["environmentId"] === environmentId
    ? new Map(
        [...splitMarks(Object.keys(users), fingerprints)].map(([name, mark]) => [name.toLowerCase(), mark]),
      )
    : new Map();
}

function markAll(
  marker: Marker,
  rows: readonly TestUser[],
  declared: Declarations,
  olds: ReadonlyMap<string, Mark>,
): ReadonlyMap<string, Mark | undefined> {
  return new Map(
    rows.map((row) => {
      const { username } = row;
      const password = declared.get(username) ?? { kind: "absent" };
      return [username, markOf(marker, username, password, row, olds.get(username.toLowerCase()))];
    }),
  );
}

const DEFAULTS: Props = { policyCheck: "error" };

/** What is said and what is left to the default are one and the same, in fewer bytes. */
function withoutDefaults(inputs: Props): Props {
  return Object.fromEntries(
    Object.entries(inputs).filter(([name, value]) => value !== false && value !== DEFAULTS[name]),
  );
}
