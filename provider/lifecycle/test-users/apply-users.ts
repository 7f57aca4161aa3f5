import { PartialFailure, PingOneError } from "../../errors";
import type { User } from "../../operations";
import type { Report } from "../lifecycle";
import { refuseWithoutSecrets } from "../refuse-without-secrets";
import type { Session } from "../session";
import { type Account, unpack } from "./account";
import { describeRefused } from "./describe-outcome";
import { namesOf, users as countUsers } from "./describe-plan";
import { type Generated, generateAll } from "./generated-passwords";
import { valueKey } from "./living-key";
import { ownUsers, straysAmong } from "./own-users";
import { openPasswordFile, type PasswordFile, type Settlement } from "./password-file";
import { NO_MARK } from "./password-marks";
import { type Declared, type Plan, planUsers } from "./plan";
import { populationIds } from "./population-ids";
import { type Outcome, runPlan } from "./run-plan";
import { stateAfter } from "./state-after";
import type { TestUsersInputs, TestUsersState } from "./types";

/**
 * Makes the users of an environment what is declared: what differs is changed, and nothing else is touched.
 * @param olds undefined for the first time, or after a state was lost: users who carry the mark are taken over then
 * @throws {PartialFailure} with what PingOne took, when it did not take everything
 */
export async function applyUsers(
  session: Session,
  inputs: TestUsersInputs,
  olds: TestUsersState | undefined,
  report: Report,
): Promise<TestUsersState> {
  refuseWithoutSecrets({ fingerprint: "" });
  const { environmentId, owner, users } = inputs;
  const before = olds ?? { environmentId, owner, accounts: {}, fingerprints: "" };
  const [populationId, own] = await Promise.all([
    populationIds(session.reads, environmentId, users),
    olds === undefined ? ownUsers(session.send, environmentId, owner) : new Map<string, User>(),
  ]);
  const plan = planUsers(before, inputs, populationId);
  // A preview is to announce that they are removed.
  const declared = new Set(plan.added.map(({ username }) => username.toLowerCase()));
  const strays = straysAmong(own, (_id, key) => declared.has(key));
  const generated = await generateAll(session.reads, environmentId, plan);
  const file = await deliver(inputs, before, plan, generated, report);
  const context = {
    session,
    environmentId,
    owner,
    own,
    known: new Map(
      Object.entries(before.accounts).map(([username, packed]) => [unpack(packed).id, username]),
    ),
    adopt: inputs.adopt === true,
    report: silent(report),
    passwordOf: passwordsFrom(session, inputs, generated),
  };
  const outcome = await runPlan(context, plan, report);
  tellTakenOver(plan, outcome, own, strays, report);
  const outs = stateAfter(before, inputs, plan, outcome, generated, strays);
  const failures = [describeRefused(outcome), await settle(file, settlementOf(plan, outcome, generated))];
  const failure = failures.filter((text) => text !== undefined).join("\n");
  if (failure === "") {
    return outs;
  }
  const error = new PingOneError(failure);
  throw olds === undefined && Object.keys(outs.accounts).length === 0
    ? error
    : new PartialFailure(owner, outs, error);
}

function passwordsFrom(
  { values, unfit }: Session,
  { environmentId, owner }: TestUsersInputs,
  generated: Generated,
) {
  return ({ username, mark }: Declared): string | undefined => {
    const key = valueKey(environmentId, owner, username);
    const value = generated.get(username) ?? values.get(key);
    if (value === undefined && mark !== NO_MARK) {
      throw new PingOneError(
        unfit.get(key) ??
          "The password did not reach this step: give it in the program, and run the command again.",
      );
    }
    return mark === NO_MARK ? undefined : value;
  };
}

/** Passwords go where the program wants them before they are set: the new ones, and those that the state has. */
async function deliver(
  { deliverTo, exposeValue, users }: TestUsersInputs,
  { values = {} }: TestUsersState,
  { removed }: Plan,
  generated: Generated,
  report: Report,
): Promise<PasswordFile | undefined> {
  if (deliverTo === undefined) {
    return undefined;
  }
  const gone = new Set(removed.map(({ username }) => username));
  const known = new Map(Object.entries(values).filter(([username]) => !gone.has(username)));
  const file = await openPasswordFile(deliverTo.file, known);
  await file.write(generated);
  if (known.size > 0 && exposeValue !== true) {
    report.info(`The generated passwords moved from the state to the file "${deliverTo.file}".`);
  }
  const declared = Object.values(users).filter(({ generate }) => generate !== undefined).length;
  if (file.isNew && known.size === 0 && generated.size > 0 && generated.size < declared) {
    report.warn(
      `The file "${deliverTo.file}" was not there: it has the passwords that are made now, not those of ${countUsers(declared - generated.size)} from earlier runs. Another valueVersion makes those anew.`,
    );
  }
  return file;
}

/** An answer rather than a throw: what PingOne took must not be forgotten for a file. */
async function settle(file: PasswordFile | undefined, settlement: Settlement): Promise<string | undefined> {
  try {
    await file?.settle(settlement);
    return undefined;
  } catch (error) {
    if (error instanceof PingOneError) {
      return error.message;
    }
    throw error;
  }
}

/** What PingOne refused for sure is not the password, and a declared one has taken the place of a generated one. */
function settlementOf(
  { changed, removed }: Plan,
  { accounts, withPassword, unclear, removed: gone }: Outcome,
  generated: Generated,
): Settlement {
  return {
    notSet: [...generated.keys()].filter((username) => !withPassword.has(username) && !unclear.has(username)),
    renamed: changed
      .filter(({ username, was }) => username !== was && accounts.has(username))
      .map(({ username, was }) => [was, username]),
    gone: [
      ...removed
        .filter(({ username, account }) => gone.has(username) && !account.isAdopted)
        .map(({ username }) => username),
      ...[...withPassword].filter((username) => !generated.has(username)),
    ],
  };
}

function tellTakenOver(
  { added }: Plan,
  { accounts }: Outcome,
  own: ReadonlyMap<string, User>,
  strays: ReadonlyMap<string, Account>,
  report: Report,
): void {
  const ours = added.filter(({ username }) => accounts.has(username) && own.has(username.toLowerCase()));
  const adopted = added.filter(({ username }) => accounts.get(username)?.isAdopted === true);
  if (ours.length > 0) {
    report.info(
      `Took over ${countUsers(ours.length)} (${namesOf(ours)}) whom this resource had created already.`,
    );
  }
  if (adopted.length > 0) {
    report.info(
      `Took over ${countUsers(adopted.length)} (${namesOf(adopted)}) who were there before: they stay when the resource goes.`,
    );
  }
  if (strays.size > 0) {
    const names = namesOf([...strays.keys()].map((username) => ({ username })));
    report.warn(
      `This resource had created ${countUsers(strays.size)} (${names}) who are not declared any more: the next pulumi up removes them.`,
    );
  }
}

/** What is told of one user would be told of thousands. */
function silent({ resource }: Report): Report {
  const nothing = () => undefined;
  return { resource, info: nothing, warn: nothing, progress: nothing };
}
