import { isRecord } from "../transport";
import { quoted } from "../quoted";
import { gotNoText } from "../text/kind-of";
import { didYouMean } from "../text/nearest";
import { isEmailAddress } from "../user-rows/email-address";
import { changedKnown } from "./changed";
import { checkConnection } from "./check-connection";
import { usernameKey } from "./declared-users";
import type { CheckFailure, Props, Report } from "./lifecycle";
import { findUnseenNames, tellKept } from "./unseen-names";
import { allowBooleans, failure, refuseOthers, requireTexts, requireUuids } from "./rules";
import type { Session } from "./session";
import { isUnknown } from "./unknown";

const INPUTS = ["environmentId", "username", "email", "name", "population", "enabled", "adopt"] as const;

const NAME_PARTS = ["given", "family"] as const;

/** Checks what a program declares of a user, and keeps the mark that the user was created with. */
export function checkUser(
  session: Session,
  olds: Props,
  { owner, ...news }: Props,
  report: Report,
): { inputs: Props; failures: readonly CheckFailure[] } {
  const { adopt, ...others } = news;
  const inputs = {
    ...others,
    ...(adopt === false ? {} : { adopt }),
    // A resource that is renamed by an alias still knows its user by the old mark.
    owner: olds["owner"] ?? owner,
  };
  const failures = [
    ...refuseOthers(news, "User", INPUTS),
    ...requireUuids(news, ["environmentId"]),
    ...requireTexts(news, ["username"]),
    ...refuseControlCharacters(news),
    ...refuseUnseen(olds, news, report),
    ...checkEmail(news),
    ...checkName(news),
    ...(news["population"] === undefined ? [] : requireUuids(news, ["population"])),
    ...allowBooleans(news, ["enabled", "adopt"]),
    ...checkConnection(session),
  ];
  return { inputs, failures: failures.length > 0 ? failures : declareOnce(session, news, report) };
}

function refuseControlCharacters({ username }: Props): CheckFailure[] {
  return typeof username === "string" && /\p{Cc}/u.test(username)
    ? [failure("username must not hold control characters, such as a line break or a tab: take them out.")]
    : [];
}

function refuseUnseen(olds: Props, news: Props, report: Report): CheckFailure[] {
  const isNew =
    olds["username"] === undefined || changedKnown<string>(olds, news, ["environmentId"]).length > 0;
  const found = findUnseenNames(news, isNew ? undefined : olds, news["adopt"] === true);
  for (const kept of found.filter(({ isKept }) => isKept)) {
    report.warn(tellKept(kept));
  }
  return found
    .filter(({ isKept }) => !isKept)
    .map(({ property, reason }) => failure(`${property} ${reason}`));
}

function checkEmail({ email }: Props): CheckFailure[] {
  if (email !== undefined && typeof email !== "string" && !isUnknown(email)) {
    return [failure(`email has to be a text${gotNoText(email)}`)];
  }
  return email === undefined || isUnknown(email) || (typeof email === "string" && isEmailAddress(email))
    ? []
    : [failure("email has to be a well-formed address, such as alice@example.com; or leave it out.")];
}

function checkName({ name }: Props): CheckFailure[] {
  if (name === undefined || (isUnknown(name) && !isRecord(name))) {
    return [];
  }
  if (!isRecord(name)) {
    return [
      failure('name has to be an object with given, family or both: { given: "Alice", family: "Archer" }.'),
    ];
  }
  return [
    ...Object.keys(name)
      .filter((part) => !NAME_PARTS.some((known) => known === part))
      .map((part) =>
        failure(
          `${quoted(`name.${part}`)} is not an input of User${didYouMean(part, NAME_PARTS)} The parts of name are given and family.`,
        ),
      ),
    ...NAME_PARTS.filter((part) => name[part] !== undefined && !isUnknown(name[part]))
      .filter((part) => typeof name[part] !== "string" || name[part].trim() === "")
      .map((part) =>
        failure(
          `name.${part} has to be a text that is not empty${typeof name[part] === "string" ? "; or leave it out." : gotNoText(name[part])}`,
        ),
      ),
  ];
}

/** Two resources for one user would change it in turns, and the deletion of one would take the other's user away. */
function declareOnce(
  { livingUsers }: Session,
  { environmentId, username }: Props,
  report: Report,
): CheckFailure[] {
  if (isUnknown([environmentId, username])) {
    return [];
  }
  const other = livingUsers.declare(usernameKey({ environmentId, username }), report.resource);
  return other === undefined
    ? []
    : [failure(`this username is declared by another User already (${other}): keep one of the two.`)];
}
