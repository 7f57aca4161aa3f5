import type { Plan, Step } from "./plan";

/** Names of a kind that are listed. */
const NAMED = 3;

/** What a run does, in words; undefined where it does nothing. */
export function describePlan({
  added,
  changed,
  removed,
  kept,
  open,
  arePasswordsOpen,
}: Plan): string | undefined {
  const having = (steps: readonly Step[]) =>
    changed.filter((change) => change.steps.some((step) => steps.includes(step)));
  const left = removed.filter(({ account }) => account.isAdopted);
  const deleted = removed.filter(({ account }) => !account.isAdopted);
  const parts = [
    arePasswordsOpen ? "some passwords are not known yet" : undefined,
    count(added, "added"),
    count(having(["profile", "population", "enabled"]), "changed"),
    count(having(["password"]), "with another password"),
    count(having(["forceChange"]), "asked to change the password"),
    count(having(["forget"]), "of whom less is managed"),
    count(deleted, "removed"),
    count(left, "left as they were found"),
    ...(open === 0 ? [] : [`${open} with values that are not known yet`]),
  ].filter((part) => part !== undefined);
  const total = added.length + changed.length + kept + open;
  return parts.length === 0 ? undefined : `${users(total)} declared: ${parts.join("; ")}.`;
}

/** A number of users. */
export function users(number: number): string {
  return number === 1 ? "1 user" : `${number} users`;
}

/** The first few of many names. */
export function namesOf(members: readonly { readonly username: string }[], named = NAMED): string {
  const first = members.slice(0, named).map(({ username }) => username);
  const more = members.length - first.length;
  return `${first.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

function count(members: readonly { readonly username: string }[], what: string): string | undefined {
  return members.length === 0 ? undefined : `${members.length} ${what} (${namesOf(members)})`;
}
