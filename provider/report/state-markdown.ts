import { list, section, table } from "./markdown";
import type { Holder, Sight, StateReport } from "./state-report";

/** The report on a state, for a job's summary. */
export function stateMarkdown({ holders, locks, changedOutside }: StateReport): string {
  const many = holders.filter(({ type }) => type === "TestUsers");
  return [
    "## PingOne: what the stack holds",
    "",
    "As of its last update or refresh.",
    "",
    ...section("Test users", holdersTable(many)),
    ...section("Passwords", summary(holders.filter(({ type }) => type === "UserPassword"))),
    ...section("Users", summary(holders.filter(({ type }) => type === "User"))),
    ...section("Locks seen", sights(locks)),
    ...section("Passwords changed outside", sights(changedOutside)),
    ...(holders.length === 0 ? ["No user and no password is in it.", ""] : []),
  ].join("\n");
}

function holdersTable(holders: readonly Holder[]): string[] {
  return table(
    ["resource", "users", "by status of the password", "taken over"],
    holders.map(({ resource, users, byStatus, adopted }) => [
      resource,
      String(users),
      statuses(byStatus),
      String(adopted),
    ]),
  );
}

/** Of resources that have one user each, how many have which status. */
function summary(holders: readonly Holder[]): string[] {
  const names = [...new Set(holders.flatMap(({ byStatus }) => Object.keys(byStatus)))].sort();
  return table(
    ["status", "number", "taken over"],
    names.map((status) => {
      const having = holders.filter(({ byStatus }) => Object.hasOwn(byStatus, status));
      return [status, String(having.length), String(having.filter(({ adopted }) => adopted > 0).length)];
    }),
  );
}

function statuses(byStatus: Holder["byStatus"]): string {
  return Object.entries(byStatus)
    .map(([status, number]) => `${status} ${number}`)
    .join(", ");
}

function sights(all: readonly Sight[]): string[] {
  return list(all.map(({ type, resource, text }) => [`${resource} (${type})`, text]));
}
