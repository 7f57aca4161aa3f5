import { PingOneError } from "../errors";
import { changedKnown } from "./changed";
import type { Lifecycle, Report } from "./lifecycle";
import type { Session } from "./session";
import { applyUsers } from "./test-users/apply-users";
import { checkTestUsers } from "./test-users/check-test-users";
import { describePlan, users } from "./test-users/describe-plan";
import { describeRefused } from "./test-users/describe-outcome";
import { livingKey } from "./test-users/living-key";
import { isIdle, type Plan, planUsers } from "./test-users/plan";
import { populationIds } from "./test-users/population-ids";
import { runPlan } from "./test-users/run-plan";
import type { TestUsersInputs, TestUsersState } from "./test-users/types";
import { unpack } from "./test-users/account";
import { ownUsers, straysAmong } from "./test-users/own-users";
import { readTestUsers } from "./test-users/read-test-users";
import { isUnknown, UNKNOWN } from "./unknown";

/** Many users and their passwords. */
export const testUsers = (session: Session): Lifecycle<TestUsersInputs, TestUsersState> => ({
  check: (olds, news, report) => checkTestUsers(session, olds, news, report),

  async diff(_id, olds, news, report) {
    const replaces = changedKnown<string>(olds, news, ["environmentId"]);
    if (replaces.length > 0) {
      return { changes: true, replaces };
    }
    const plan = await foresee(session, olds, news, report);
    const words = describePlan(plan);
    if (words !== undefined) {
      report.info(words);
    }
    const { exposeValue } = news;
    const isRecorded =
      changedKnown<string>(olds, news, ["refreshPasswords"]).length > 0 ||
      (olds.values !== undefined && exposeValue !== true && !isUnknown(exposeValue));
    return { changes: !isIdle(plan) || isRecorded, replaces };
  },

  async create(inputs, report) {
    return { id: inputs.owner, outs: await applyUsers(session, inputs, undefined, report) };
  },

  async read(id, props, report) {
    if (props.accounts === undefined) {
      throw new PingOneError(
        `TestUsers "${id}" cannot be looked up: only the stack that declares the users knows them. Use getUser, or User.get with the id of one user.`,
      );
    }
    return readTestUsers(session, props as TestUsersState, report);
  },

  update: (_id, olds, news, report) => applyUsers(session, news, olds, report),

  async delete(_id, { environmentId, owner, accounts }, report) {
    // A replacement or a taint creates first, which takes the same users over, and deletes then.
    if (session.livingUsers.has(livingKey(environmentId, owner))) {
      return;
    }
    const known = Object.entries(accounts).map(([username, packed]) => ({
      username,
      account: unpack(packed),
    }));
    // Who was created by a run that broke off is in no state.
    const own = await ownUsers(session.send, environmentId, owner);
    const ids = new Set(known.map(({ account }) => account.id));
    const strays = [...straysAmong(own, (id) => ids.has(id))];
    const removed = [...known, ...strays.map(([username, account]) => ({ username, account }))];
    const plan = { added: [], changed: [], removed, kept: 0, open: 0, arePasswordsOpen: false };
    const context = {
      session,
      environmentId,
      owner,
      own: new Map(),
      known: new Map(),
      adopt: false,
      report,
      passwordOf: () => undefined,
    };
    const outcome = await runPlan(context, plan, report);
    const left = removed.filter(({ account }) => account.isAdopted).length;
    if (left > 0) {
      report.info(
        `${users(left)} ${left === 1 ? "was" : "were"} there before this stack took over: left in PingOne.`,
      );
    }
    const failure = describeRefused(outcome);
    if (failure !== undefined) {
      throw new PingOneError(failure);
    }
  },
});

/** A tenant that cannot be read leaves a preview with the other differences. */
async function foresee(
  { reads }: Session,
  olds: TestUsersState,
  news: TestUsersInputs,
  report: Report,
): Promise<Plan> {
  const { environmentId, users: rows } = news;
  try {
    return planUsers(
      olds,
      news,
      isUnknown(environmentId) ? () => UNKNOWN : await populationIds(reads, environmentId, rows),
    );
  } catch (error) {
    if (!(error instanceof PingOneError)) {
      throw error;
    }
    report.warn(`Whether populations change is not known: ${error.message}`);
    return planUsers(olds, news, () => UNKNOWN);
  }
}
