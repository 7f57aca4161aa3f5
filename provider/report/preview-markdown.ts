import type { Change } from "./changes";
import { escapeMarkdown } from "./escape-markdown";
import type { Members, UserChanges } from "./effect";
import type { Finding } from "./findings";
import { list, section, table } from "./markdown";
import { type Expected, DOCUMENTED_RATE, type PreviewReport } from "./preview-report";
import type { Subject } from "./urn";
import { USER_KINDS } from "./user-changes";

/** The report on a preview, for a pull request or a job's summary. */
export function previewMarkdown(report: PreviewReport): string {
  const { changes, unmetRules, programErrors, errors, warnings, clearedLockouts, expected } = report;
  const made = changes.filter(({ operation }) => operation !== "refresh");
  const many = made.filter(({ users }) => users !== undefined);
  const others = made.filter(({ users }) => users === undefined);
  const passwords = others.filter(({ type }) => type === "UserPassword");
  const users = others.filter(({ type }) => type === "User");
  const actions = others.filter(({ type }) => type !== "UserPassword" && type !== "User");
  return [
    "## PingOne: what this change does",
    "",
    ...failure(report),
    ...section("Errors of the program", list(programErrors.map(({ call, text }) => [call, text]))),
    ...section("Rules not met", findings(unmetRules)),
    ...section("Other errors", findings(errors)),
    ...section("Test users", usersTable(many)),
    ...section("Users", changesTable(users)),
    ...section("Passwords", changesTable(passwords)),
    ...section("Actions", changesTable(actions)),
    ...section("Lockouts that this clears", findings(clearedLockouts)),
    ...section("Warnings", findings(warnings)),
    ...(made.length === 0 && report.isComplete ? ["No user and no password changes.", ""] : []),
    ...(changes.length === 0 ? [] : expectation(expected, changes)),
  ].join("\n");
}

function failure({ isComplete, foreignErrors }: PreviewReport): string[] {
  const others =
    foreignErrors === 0
      ? ""
      : ` ${foreignErrors === 1 ? "One error is" : `${foreignErrors} errors are`} not about users or passwords: see the log of the preview.`;
  return isComplete
    ? []
    : [`**The preview failed.** What comes after the failure is not in this report.${others}`, ""];
}

function expectation(
  { calls: { reads, writes }, seconds, requestsPerSecond }: Expected,
  changes: readonly Change[],
): string[] {
  const open = changes.filter(({ isOpen }) => isOpen === true).map(nameOf);
  const rate =
    requestsPerSecond === DOCUMENTED_RATE
      ? `${DOCUMENTED_RATE} requests per second, which PingOne documents for one source IP`
      : `${count(requestsPerSecond, "request")} per second`;
  return [
    "### Calls expected",
    "",
    `${count(writes, "write")} and ${count(reads, "read")}, when nothing has to be repeated: about ${seconds} s at ${rate}.`,
    ...(open.length === 0
      ? []
      : [
          "",
          `Something is not known yet, so that more or less may change: ${escapeMarkdown(open.join(", "))}.`,
        ]),
    "",
  ];
}

function usersTable(changes: readonly Change[]): string[] {
  const kinds = Object.entries(USER_KINDS) as [keyof UserChanges, string][];
  const shown = kinds.filter(([kind]) => changes.some(({ users }) => (users?.[kind].count ?? 0) > 0));
  return table(
    ["resource", "operation", ...shown.map(([, what]) => what)],
    changes.map(({ resource, operation, users }) => [
      resource,
      operation,
      ...shown.map(([kind]) => (users === undefined ? "" : members(users[kind]))),
    ]),
  );
}

function members({ count, first }: Members): string {
  const more = count - first.length;
  const names = first.length === 0 ? "" : ` (${first.join(", ")}${more > 0 ? ` and ${more} more` : ""})`;
  return `${count}${names}`;
}

function changesTable(changes: readonly Change[]): string[] {
  return table(
    ["resource", "operation", "what it does"],
    changes.map((change) => [nameOf(change), change.operation, change.does]),
  );
}

function findings(all: readonly Finding[]): string[] {
  return list(
    all.map((finding) => [
      nameOf(finding),
      `${finding.text}${finding.level === "perhaps" ? " (as far as PingOne documents it)" : ""}`,
    ]),
  );
}

/** The type stands where the heading does not say it. */
function nameOf({ type, resource }: Subject): string {
  return type === "User" || type === "UserPassword" ? resource : `${resource} (${type})`;
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? "" : "s"}`;
}
