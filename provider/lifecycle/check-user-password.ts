import type { UserRef } from "../operations";
import { checkConnection } from "./check-connection";
import { fingerprint } from "./fingerprint";
import type { CheckFailure, Props, Report } from "./lifecycle";
import { declaredValue } from "./password-value";
import { allowBooleans, allowChoices, failure, refuseOthers, requireUuids } from "./rules";
import type { DeclaredSecret } from "./secret-source";
import type { Session } from "./session";
import { isUnknown, UNKNOWN } from "./unknown";
import { userKey } from "./user-id";
import { deletionPolicies } from "./user-password-types";

const FLAGS = ["forceChange", "bypassPolicy", "deletionPolicyForce"];
const INPUTS = ["environmentId", "userId", "value", "valueFrom", "deletionPolicy", ...FLAGS];

/** Swaps the password for its fingerprint, and keeps it in this process for the create or update that follows. */
export async function checkUserPassword(
  session: Session,
  olds: Props,
  news: Props,
  report: Report,
): Promise<{ inputs: Props; failures: readonly CheckFailure[] }> {
  const { value, fingerprint: kept, ...others } = news;
  const declared = declaredValue(news);
  const failures = [
    ...refuseOthers(others, "UserPassword", INPUTS),
    ...requireUuids(news, ["environmentId", "userId"]),
    ...allowBooleans(news, FLAGS),
    ...allowChoices(news, "deletionPolicy", deletionPolicies),
    ...(declared.kind === "wrong" ? [failure(declared.reason)] : []),
    ...checkConnection(session),
  ];
  const inputs = withoutDefaults(others);
  if (failures.length > 0) {
    return { inputs: { ...inputs, fingerprint: NONE }, failures };
  }
  const user = { environmentId: String(news["environmentId"]), userId: String(news["userId"]) };
  const found = await fingerprintFor(session, user, declared, kept, olds);
  if (found === undefined) {
    return { inputs: { ...inputs, fingerprint: NONE }, failures: [failure(noValue(olds))] };
  }
  if (declared.kind === "absent") {
    report.info("No value is given: the password stays as it is.");
  }
  return { inputs: { ...inputs, fingerprint: found }, failures: declareUser(session, user, report) };
}

/** What stands in the inputs beside failures: outside a preview the engine refuses an unknown before it tells them. */
const NONE = "";

/** Two resources for one user would set its password in turns, and the deletion of one would undo the other's. */
function declareUser({ livingUsers }: Session, user: UserRef, report: Report): CheckFailure[] {
  const other = isUnknown(user) ? undefined : livingUsers.declare(userKey(user), report.resource);
  return other === undefined
    ? []
    : [
        failure(
          `the password of user ${user.userId} is declared by another UserPassword already (${other}): keep one of the two.`,
        ),
      ];
}

async function fingerprintFor(
  session: Session,
  user: UserRef,
  declared: DeclaredSecret,
  kept: unknown,
  olds: Props,
): Promise<string | undefined> {
  const sameUser = olds["environmentId"] === user.environmentId && olds["userId"] === user.userId;
  const old = typeof olds["fingerprint"] === "string" ? olds["fingerprint"] : undefined;
  // The constructor passes an empty fingerprint: any other is the old one, put back by ignoreChanges: ["fingerprint"].
  if (typeof kept === "string" && kept !== "" && kept === old && sameUser) {
    return old;
  }
  if (declared.kind === "absent") {
    // ignoreChanges: ["value"] takes the value away, because there is none in the state to put back.
    return isUnknown(user) || sameUser ? old : undefined;
  }
  if (declared.kind !== "value" || isUnknown(user)) {
    return UNKNOWN;
  }
  const print = await fingerprint(declared.value, user, sameUser ? old : undefined);
  session.values.set(print, declared.value);
  return print;
}

function noValue(olds: Props): string {
  return olds["fingerprint"] === undefined
    ? 'the password is missing: give value (a secret), or valueFrom: { env: "NAME" } or { file: "path" }.'
    : "the password is for another user now, so it has to be set there, but no value arrives. Remove ignoreChanges for value, or give value or valueFrom.";
}

/** What is said and what is left to the default are one and the same, in fewer bytes. */
function withoutDefaults(inputs: Props): Props {
  return Object.fromEntries(
    Object.entries(inputs).filter(([name, value]) => value !== (name === "deletionPolicy" ? "keep" : false)),
  );
}
