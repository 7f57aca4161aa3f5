import { deliver, type Delivered } from "../delivery";
import { PingOneError } from "../errors";
import type { UserRef } from "../operations";
import { adoptPassword } from "./adopt-password";
import { applyPassword } from "./apply-password";
import { generateFor } from "./generated-value";
import { warnIfDisabled } from "./kept-out";
import type { Report } from "./lifecycle";
import { written } from "./password-outs";
import { VALUE_NOT_HERE } from "./refuse-hopeless-reset";
import { refuseWithoutSecrets } from "./refuse-without-secrets";
import { createRunReads, type RunReads } from "./run-reads";
import type { Session } from "./session";
import { isUnclear } from "./unclear";
import type { UserPasswordInputs, UserPasswordState } from "./user-password-types";

/** Takes over what the user has, or sets what is declared: the first step of a UserPassword. */
export async function createUserPassword(
  session: Session,
  inputs: UserPasswordInputs,
  report: Report,
): Promise<UserPasswordState> {
  refuseWithoutSecrets(inputs);
  // Whoever has it generated since is past taking over.
  if (inputs.adopt !== true || inputs.generate !== undefined) {
    return setUserPassword(session, inputs, report);
  }
  const value = session.values.get(inputs.fingerprint);
  const { state, verified } = await adoptPassword(session.send, userOf(inputs), value, report);
  return written(inputs, { state, forceChange: false }, { verified });
}

/** Sets the declared value, or a new one that is delivered first. */
export async function setUserPassword(
  session: Session,
  inputs: UserPasswordInputs,
  report: Report,
  appliedAt?: string,
): Promise<UserPasswordState> {
  refuseWithoutSecrets(inputs);
  const user = userOf(inputs);
  const { forceChange = false, bypassPolicy = false, exposeValue = false } = inputs;
  const { value, delivered } = await valueOf(session, inputs);
  const isGenerated = inputs.generate !== undefined;
  const wish = { value, forceChange, bypassPolicy, appliedAt, isGenerated };
  const applied = await applyPassword(session.send, user, wish, report).catch(async (error: unknown) => {
    throw delivered === undefined ? error : await withPlace(error, delivered);
  });
  if (delivered !== undefined) {
    report.info(`The generated password is in ${delivered.place}.`);
  }
  if (applied.failure === undefined) {
    await warnIfDisabled(session.reads, user, report);
  }
  return written(inputs, applied, exposeValue ? { value } : undefined);
}

/** Delivered before it is set: a password that nobody has must never be the user's. */
async function valueOf(
  session: Session,
  inputs: UserPasswordInputs,
): Promise<{ value: string; delivered?: Delivered }> {
  const { generate, deliverTo, fingerprint, bypassPolicy = false } = inputs;
  if (generate !== undefined) {
    const make = (reads: RunReads) => generateFor(reads, userOf(inputs), generate, bypassPolicy);
    // What a check could not read then may be there now.
    const value = await make(session.reads).catch(() => make(createRunReads(session.send)));
    return deliverTo === undefined ? { value } : { value, delivered: await deliver(deliverTo, value) };
  }
  const value = session.values.get(fingerprint);
  if (value === undefined) {
    throw new PingOneError(session.unfit.get(fingerprint) ?? VALUE_NOT_HERE);
  }
  return { value };
}

/** A refusal leaves the password that was there the user's: it goes back to its place. After anything else both may be. */
async function withPlace(error: unknown, { place, undo }: Delivered): Promise<unknown> {
  if (!(error instanceof PingOneError)) {
    return error;
  }
  const isUndone = !isUnclear(error) && (await undo());
  return new PingOneError(
    isUndone
      ? `${error.message} No password was set, and what was in ${place} before is there again.`
      : `${error.message} The password that is in ${place} now may not be the user's: the next run makes another one.`,
    { cause: error },
  );
}

function userOf({ environmentId, userId }: UserRef): UserRef {
  return { environmentId, userId };
}
