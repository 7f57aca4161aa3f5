import type { UserRef } from "../operations";
import { checkConnection } from "./check-connection";
import { fingerprint } from "./fingerprint";
import type { CheckFailure, Props } from "./lifecycle";
import { declaredValue, type DeclaredValue } from "./password-value";
import { allowBooleans, allowChoices, refuseOthers, requireUuids } from "./rules";
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
): Promise<{ inputs: Props; failures: readonly CheckFailure[] }> {
  const { value, fingerprint: kept, ...others } = news;
  const declared = declaredValue(news);
  const failures = [
    ...refuseOthers(others, "UserPassword", INPUTS),
    ...requireUuids(news, ["environmentId", "userId"]),
    ...allowBooleans(news, FLAGS),
    ...allowChoices(news, "deletionPolicy", deletionPolicies),
    ...(declared.kind === "wrong" ? [secretFailure(declared.reason)] : []),
    ...checkConnection(session),
  ];
  if (failures.length > 0) {
    return { inputs: { ...others, fingerprint: UNKNOWN }, failures };
  }
  const inputs = withoutDefaults(others);
  const user = { environmentId: String(news["environmentId"]), userId: String(news["userId"]) };
  if (!isUnknown(user)) {
    session.livingUsers.add(userKey(user));
  }
  const found = await fingerprintFor(session, user, declared, kept, olds);
  return found === undefined
    ? { inputs: { ...inputs, fingerprint: UNKNOWN }, failures: [secretFailure(noValue(olds))] }
    : { inputs: { ...inputs, fingerprint: found }, failures: [] };
}

async function fingerprintFor(
  session: Session,
  user: UserRef,
  declared: DeclaredValue,
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

/** No property is named: the engine would print its value. */
function secretFailure(reason: string): CheckFailure {
  return { property: "", reason };
}
