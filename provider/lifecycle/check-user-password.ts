import { isDeepStrictEqual } from "node:util";
import type { UserRef } from "../operations";
import { isAdoption } from "./adopt-password";
import type { Recipe } from "../policy";
import { type DeliverTo, describePlace } from "../delivery";
import { checkConnection } from "./check-connection";
import { checkUserPasswordOptions, USER_PASSWORD_INPUTS } from "./check-user-password-options";
import type { CheckFailure, Props, Report } from "./lifecycle";
import { NO_FINGERPRINT, type PasswordPrint, printOf } from "./password-print";
import { declarePlace } from "./declare-place";
import { declaredValue, isEncoded } from "./password-value";
import { type ComingSet, previewAdoption, previewSet } from "./preview-set";
import type { PolicyCheck } from "./predict-policy";
import { failure, refuseOthers, requireUuids } from "./rules";
import { type DeclaredSecret, tellOdd, tellUnfit } from "./declared-secret";
import type { Session } from "./session";
import { isUnknown } from "./unknown";
import { userKey } from "./user-id";

/** Swaps the password for its fingerprint, and keeps it in this process for the create or update that follows. */
export async function checkUserPassword(
  session: Session,
  olds: Props,
  news: Props,
  report: Report,
): Promise<{ inputs: Props; failures: readonly CheckFailure[] }> {
  const { value: _taken, fingerprint: _made, ...others } = news;
  const declared = declaredValue(news);
  const inputs = withoutDefaults(others);
  const failed = (failures: readonly CheckFailure[]) => ({
    inputs: { ...inputs, fingerprint: NO_FINGERPRINT },
    failures,
  });
  const failures = [
    ...refuseOthers(others, "UserPassword", USER_PASSWORD_INPUTS),
    ...requireUuids(news, ["environmentId", "userId"]),
    ...checkUserPasswordOptions(olds, news),
    ...(declared.kind === "wrong" ? [failure(declared.reason)] : []),
    ...checkConnection(session),
  ];
  if (failures.length > 0) {
    return failed(failures);
  }
  const user = { environmentId: String(news["environmentId"]), userId: String(news["userId"]) };
  const print = await printOf(session, user, declared, olds, news);
  if (print.fingerprint === undefined) {
    return failed([failure(noValue(olds))]);
  }
  if (declared.kind === "value" && declared.unfit !== undefined) {
    if (print.isNew) {
      return failed([failure(declared.unfit)]);
    }
    report.warn(tellUnfit(declared.unfit));
  }
  if (isSameValueAgain(print, declared, olds, news)) {
    return failed([
      failure(
        "valueVersion alone would set the same value again, which PingOne refuses for the password history: give another value, or use it with generate or bypassPolicy: true.",
      ),
    ]);
  }
  tellWhatIsMissing(declared, news, report);
  if (print.isNew) {
    tellOdd(declared, report);
  }
  if (!print.isNew) {
    tellWhatWaits(olds, news, report);
  }
  return {
    inputs: { ...inputs, fingerprint: print.fingerprint },
    failures: [
      ...declareUser(session, user, report),
      ...declarePlace(session, news["deliverTo"], report),
      ...(print.isNew ? await preview(session, user, declared, olds, news, report) : []),
    ],
  };
}

async function preview(
  { reads, isPreview }: Session,
  user: UserRef,
  declared: DeclaredSecret,
  olds: Props,
  news: Props,
  report: Report,
): Promise<CheckFailure[]> {
  if (!isPreview()) {
    return [];
  }
  return isAdoption(olds, news)
    ? previewAdoption(reads, user, report)
    : previewSet(reads, user, comingSet(declared, news), report);
}

function isSameValueAgain(
  { fingerprint, isNew }: PasswordPrint,
  declared: DeclaredSecret,
  { fingerprint: old }: Props,
  { bypassPolicy }: Props,
): boolean {
  const valueOf = (print: unknown) => (typeof print === "string" ? print.split("!", 1)[0] : undefined);
  return (
    isNew &&
    declared.kind === "value" &&
    !isEncoded(declared.value) &&
    bypassPolicy !== true &&
    !isUnknown([fingerprint, bypassPolicy]) &&
    fingerprint !== old &&
    valueOf(fingerprint) === valueOf(old)
  );
}

/** A place for a password that is made already: it gets the next one. */
function tellWhatWaits(olds: Props, news: Props, report: Report): void {
  const { generate, deliverTo, exposeValue } = news;
  const isHandedOver = olds["exposeValue"] === true && exposeValue !== true;
  const isWaiting =
    (deliverTo !== undefined && !isDeepStrictEqual(deliverTo, olds["deliverTo"]) && !isHandedOver) ||
    (exposeValue === true && olds["exposeValue"] !== true);
  if (generate !== undefined && isWaiting && !isUnknown(news)) {
    report.info("deliverTo and exposeValue are for the next password: change valueVersion to have one made.");
  }
}

function tellWhatIsMissing(declared: DeclaredSecret, news: Props, report: Report): void {
  if (declared.kind === "absent" && news["generate"] === undefined && news["adopt"] !== true) {
    report.info(
      "No value arrives (none is given, or ignoreChanges holds it back): the password stays as it is.",
    );
  }
  if (declared.kind === "withheld") {
    report.warn(
      `${declared.where} is not set, and PINGONE_PREVIEW_WITHOUT_SECRETS=1: the value is not checked, and nothing may be written.`,
    );
  }
}

/** What a set is told by, as far as preview knows it. */
function comingSet(declared: DeclaredSecret, news: Props): ComingSet {
  const { policyCheck = "error", bypassPolicy, generate } = news;
  const isChecked = bypassPolicy !== true && !isUnknown([bypassPolicy, policyCheck]);
  return {
    value: declared.kind === "value" ? declared.value : undefined,
    recipe: generate === undefined || isUnknown(generate) ? undefined : (generate as Recipe),
    place: placeOf(news),
    needsPolicy: bypassPolicy !== true,
    policyCheck: isChecked ? (policyCheck as PolicyCheck) : undefined,
  };
}

function placeOf({ deliverTo, exposeValue }: Props): string | undefined {
  if (deliverTo === undefined) {
    return exposeValue === true ? "the state, encrypted" : undefined;
  }
  return isUnknown(deliverTo) ? undefined : describePlace(deliverTo as DeliverTo);
}

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

function noValue(olds: Props): string {
  return olds["fingerprint"] === undefined
    ? 'the password is missing: give value (a secret), valueFrom: { env: "NAME" } or { file: "path" }, or generate: {}.'
    : "the password is for another user now, so it has to be set there, but no value arrives. Remove ignoreChanges for value, or give value or valueFrom.";
}

const DEFAULTS: Props = {
  deletionPolicy: "keep",
  policyCheck: "error",
  onExternalChange: "warn",
};

/** What is said and what is left to the default are one and the same, in fewer bytes. */
function withoutDefaults(inputs: Props): Props {
  return Object.fromEntries(
    Object.entries(inputs).filter(([name, value]) => value !== false && value !== DEFAULTS[name]),
  );
}
