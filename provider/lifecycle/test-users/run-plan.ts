import { PingOneApiError, PingOneError } from "../../errors";
import { operations } from "../../operations";
import type { Report } from "../lifecycle";
import { isUnclear } from "../unclear";
import { unlessGone } from "../unless-gone";
import { explainUserRefusal } from "../user-refusal";
import type { Account } from "./account";
import { changeUser } from "./change-user";
import { createFuse, isHopeless } from "./fuse";
import type { Declared, Plan } from "./plan";
import { createProgress } from "./progress";
import { runAll } from "./run-all";
import { type KeepUser, seedUser, type SeedContext } from "./seed-user";

/** A user that PingOne did not do the declared thing to. */
export type Refused = { readonly username: string; readonly error: PingOneError };

/** What became of a plan. */
export type Outcome = {
  /** The users as they are now, of those that anything was done to. */
  readonly accounts: ReadonlyMap<string, Account>;
  /** Whose password is the declared one now. */
  readonly withPassword: ReadonlySet<string>;
  /** Whose password may be the declared one now. */
  readonly unclear: ReadonlySet<string>;
  readonly removed: ReadonlySet<string>;
  readonly refused: readonly Refused[];
  /** Why the run ended, where something would have stopped all of the rest. */
  readonly stopped?: PingOneError | undefined;
  /** Users that this kept from being done, those that were not tried among them. */
  readonly unfinished: number;
};

/** Carries a plan out. What one user is refused stops no other; what would stop all of them ends the run. */
export async function runPlan(given: SeedContext, plan: Plan, report: Report): Promise<Outcome> {
  const fuse = createFuse(given.session.send);
  /** Whose password was about to go out: what is lost before that is about something else. */
  const withSet = new Set<string>();
  const context: SeedContext = {
    ...given,
    session: { ...given.session, send: fuse.send },
    passwordOf: (declared) => {
      withSet.add(declared.username);
      return given.passwordOf(declared);
    },
  };
  const accounts = new Map<string, Account>();
  const withPassword = new Set<string>();
  const unclear = new Set<string>();
  const removed = new Set(plan.removed.filter(isLeft).map(({ username }) => username));
  const refused: Refused[] = [];
  const keeperOf =
    ({ username }: Declared): KeepUser =>
    (account, hasPassword) => {
      accounts.set(username, account);
      if (hasPassword) {
        withPassword.add(username);
      }
    };
  const tasks: Task[] = [
    ...plan.removed
      .filter((one) => !isLeft(one))
      .map(({ username, account }) => ({
        username,
        run: async () => {
          const user = { environmentId: context.environmentId, userId: account.id };
          await unlessGone(context.session.send(operations.deleteUser, user));
          removed.add(username);
        },
      })),
    ...plan.changed.map((change) => ({
      username: change.username,
      run: () => changeUser(context, change, keeperOf(change)),
      explain: (error: PingOneError) => explainUserRefusal(error, change.username),
    })),
    ...plan.added.map((declared) => ({
      username: declared.username,
      run: () => seedUser(context, declared, keeperOf(declared)),
    })),
  ];
  const progress = createProgress(report, tasks.length);
  let done = 0;
  let forbidden = 0;
  const attempt = async ({ username, run, explain = (error) => error }: Task) => {
    try {
      await run();
      done += 1;
      forbidden = 0;
    } catch (error) {
      if (!(error instanceof PingOneError)) {
        throw error;
      }
      if (withSet.has(username) && (isUnclear(error) || isUnclear(error.cause))) {
        unclear.add(username);
      }
      forbidden = isForbidden(error) ? forbidden + 1 : 0;
      if (isHopeless(error) || forbidden >= (done === 0 ? FIRST : MOST_FORBIDDEN)) {
        fuse.blow(error);
      }
      // Once nothing goes out any more, only what PingOne answered before is about the user.
      if (fuse.blown() === undefined || (error instanceof PingOneApiError && !isHopeless(error))) {
        refused.push({ username, error: explain(error) });
      }
    }
    progress.step();
  };
  // One goes first, and another where nothing came of it: what stops these stops all, and is not met by all of them at once.
  let next = 0;
  for (const task of tasks.slice(0, FIRST)) {
    if (done > 0 || fuse.blown() !== undefined) {
      break;
    }
    await attempt(task);
    next += 1;
  }
  await runAll(tasks.slice(next), attempt, () => fuse.blown() !== undefined);
  const stopped = fuse.blown();
  // Rights that are missing for everybody are told once.
  const told =
    stopped !== undefined && isForbidden(stopped)
      ? refused.filter(({ error }) => !isForbidden(error))
      : refused;
  const unfinished = tasks.length - done - told.length;
  return { accounts, withPassword, unclear, removed, refused: told, stopped, unfinished };
}

/** Users who go one by one while nothing has come of any. */
const FIRST = 3;

/** Missing rights in a row after which they are missing for all: one user alone may be out of the worker's reach. */
const MOST_FORBIDDEN = 32;

function isForbidden(error: PingOneError): boolean {
  return error instanceof PingOneApiError && error.status === 403;
}

type Task = {
  readonly username: string;
  readonly run: () => Promise<void>;
  readonly explain?: (error: PingOneError) => PingOneError;
};

/** Who was there before is not deleted. */
function isLeft({ account }: Plan["removed"][number]): boolean {
  return account.isAdopted;
}
