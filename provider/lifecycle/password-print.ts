import type { UserRef } from "../operations";
import { isAdoption } from "./adopt-password";
import { fingerprint } from "./fingerprint";
import { recipeFingerprint } from "./generated-value";
import type { Props } from "./lifecycle";
import type { DeclaredSecret, DeclaredValue } from "./declared-secret";
import type { Session } from "./session";
import { isUnknown, UNKNOWN } from "./unknown";

/** What stands in the inputs beside failures: outside a preview the engine refuses an unknown before it tells them. */
export const NO_FINGERPRINT = "";

/** Stands for a value that a preview without secrets does not see. */
export const WITHHELD = "withheld";

/** Stands for a password that was taken over without knowing it. */
const ADOPTED = "adopted";

/** What stands for the declared value, undefined where there is none; and whether it is another than the state's. */
export type PasswordPrint = { readonly fingerprint: string | undefined; readonly isNew: boolean };

/** Finds the fingerprint, and keeps the value behind it for this process alone. */
export async function printOf(
  session: Session,
  user: UserRef,
  declared: DeclaredSecret,
  olds: Props,
  news: Props,
): Promise<PasswordPrint> {
  const { fingerprint: kept, valueVersion } = news;
  const sameUser = olds["environmentId"] === user.environmentId && olds["userId"] === user.userId;
  const old = typeof olds["fingerprint"] === "string" ? olds["fingerprint"] : undefined;
  const same = { fingerprint: old, isNew: false };
  // The constructor passes an empty fingerprint: any other is the old one, put back by ignoreChanges: ["fingerprint"].
  if (typeof kept === "string" && kept !== "" && kept === old && sameUser) {
    return same;
  }
  if (news["generate"] !== undefined) {
    const isOpen = isUnknown([news["generate"], valueVersion]);
    return judged(
      isOpen ? UNKNOWN : versioned(recipeFingerprint(news["generate"]), valueVersion),
      user,
      sameUser,
      old,
    );
  }
  switch (declared.kind) {
    case "value":
      return printOfValue(session, user, declared, sameUser, olds, valueVersion);
    case "withheld":
      return sameUser && old !== undefined ? same : { fingerprint: WITHHELD, isNew: true };
    case "absent":
      if (isAdoption(olds, news)) {
        return { fingerprint: ADOPTED, isNew: true };
      }
      // ignoreChanges: ["value"] takes the value away, because there is none in the state to put back.
      return isUnknown(user) || sameUser ? same : { fingerprint: undefined, isNew: false };
    default:
      return { fingerprint: UNKNOWN, isNew: true };
  }
}

async function printOfValue(
  session: Session,
  user: UserRef,
  { value, unfit, earlier }: DeclaredValue,
  sameUser: boolean,
  olds: Props,
  valueVersion: unknown,
): Promise<PasswordPrint> {
  const { environmentId, userId, fingerprint: old } = olds;
  if (isUnknown([user, valueVersion])) {
    // An edited upstream resource hides a user who is the same: a value that was his is no news.
    const before = { environmentId: String(environmentId), userId: String(userId) };
    const isSame =
      typeof old === "string" &&
      ((await isPrintOf(value, before, old, valueVersion)) ||
        (await isPrintOf(earlier, before, old, valueVersion)));
    return { fingerprint: UNKNOWN, isNew: !isSame };
  }
  const print =
    sameUser && typeof old === "string" && (await isPrintOf(earlier, user, old, valueVersion))
      ? old
      : versioned(await fingerprint(value, user, sameUser ? old : undefined), valueVersion);
  if (unfit === undefined) {
    session.values.set(print, value);
  } else {
    session.unfit.set(print, unfit);
  }
  return { fingerprint: print, isNew: !sameUser || print !== old };
}

async function isPrintOf(
  text: string | undefined,
  user: UserRef,
  old: string,
  version: unknown,
): Promise<boolean> {
  return text !== undefined && versioned(await fingerprint(text, user, old), version) === old;
}

function judged(print: string, user: UserRef, sameUser: boolean, old: string | undefined): PasswordPrint {
  const isSame = print === old && (sameUser || isUnknown(user));
  return { fingerprint: isUnknown(user) ? UNKNOWN : print, isNew: !isSame };
}

/** Another version is another password to set, also where the value is the same. */
export function versioned(print: string, version: unknown): string {
  return typeof version === "string" || typeof version === "number" ? `${print}!${version}` : print;
}
