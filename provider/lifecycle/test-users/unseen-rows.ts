import { isRecord } from "../../transport";
import { listProblems, placesOf, type TestUser } from "../../user-rows";
import { changedKnown } from "../changed";
import type { CheckFailure, Props, Report } from "../lifecycle";
import { failure } from "../rules";
import { findUnseenNames, tellKept } from "../unseen-names";

/** Refuses usernames and addresses of users who are to be created, where something in them is not seen; warns of those that stay. */
export function tellUnseenRows(
  rows: readonly TestUser[],
  olds: Props,
  news: Props,
  report: Report,
): CheckFailure[] {
  const before = rowsBefore(olds, news);
  // The engine orders the users by name.
  const where = placesOf(
    rows,
    rows.map(({ username }) => username),
  );
  const found = rows.flatMap((row, index) => {
    const old = before.get(row.username.toLowerCase());
    return findUnseenNames(row, old, news["adopt"] === true).map((one) => ({
      ...one,
      place: where(index, one.property),
      isOwnUsername: old !== undefined && one.property === "username",
    }));
  });
  const kept = found
    .filter(({ isKept }) => isKept)
    .map((one) => `${one.place}: ${tellKept(one)}${one.isOwnUsername ? ANOTHER : ""}`);
  if (kept.length > 0) {
    report.warn(`users:\n${listProblems(kept)}`);
  }
  const refused = found
    .filter(({ isKept }) => !isKept)
    .map(({ place, property, reason }) => `${place}: ${property} ${reason}`);
  return refused.length === 0 ? [] : [failure(`users:\n${listProblems(refused)}`)];
}

/** Rows are matched by their usernames. */
const ANOTHER = " Another username is another user: without it that user is created, and this one deleted.";

/** Rows of the state by usernames in lower case; none of another environment. */
function rowsBefore(olds: Props, news: Props): ReadonlyMap<string, Props> {
  const { users } = olds;
  return isRecord(users) && changedKnown<string>(olds, news, ["environmentId"]).length === 0
    ? new Map(
        Object.entries(users).map(([username, row]) => [
          username.toLowerCase(),
          { ...(isRecord(row) ? row : {}), username },
        ]),
      )
    : new Map();
}
