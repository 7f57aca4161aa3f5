import type { Operation, OperationContext, OperationRequest } from "../operation";
import { operations } from "../operations";
import type { PasswordSubject } from "../password/password-operation";
import { isLocked } from "../state/lock";
import { expirePassword } from "./expire-password";
import { lockOutPassword } from "./lock-out-password";
import { userRow } from "./user-row";
import type { UserRow } from "./user-row";

/** What a user was before an action, and what the action came to. */
type Outcome = {
  readonly name: string;
  readonly before: UserRow;
  readonly after: UserRow;
  readonly isLocked: boolean;
};

type UserAction = {
  readonly run: (
    context: OperationContext,
    request: OperationRequest,
    subject: PasswordSubject,
  ) => void | Promise<void>;
  /** Says what happened, in a sentence or two. */
  readonly tell: (outcome: Outcome) => string;
};

/** What the console can do to a user: as PingOne does it where PingOne has an operation for it. */
export const USER_ACTIONS = {
  lockPassword: {
    run: (context, _request, subject) => {
      if (userRow(subject.environment, subject.user, subject.now).account.lockedBy.includes("password"))
        return;
      lockOutPassword(context, subject);
    },
    tell: ({ name, before, after }) =>
      before.account.lockedBy.includes("password")
        ? `The password of ${name} was locked out already, ${lockEnd(after)}.`
        : `The password of ${name} is locked out, ${lockEnd(after)}.`,
  },
  unlockPassword: {
    run: perform(operations.unlockPassword),
    tell: ({ name, before, after, isLocked }) =>
      before.account.lockedBy.includes("password")
        ? `The password of ${name} is unlocked; its status is ${after.password.status}.${stillLocked(after, isLocked)}`
        : `The password of ${name} was not locked out; its status is ${after.password.status}.${stillLocked(after, isLocked)}`,
  },
  lockAccount: {
    run: perform(operations.lockAccount),
    tell: ({ name, before }) =>
      before.account.lockedBy.includes("administrator")
        ? `The account of ${name} was locked already.`
        : `The account of ${name} is locked.`,
  },
  unlockAccount: {
    run: perform(operations.unlockAccount),
    tell: ({ name, before, after, isLocked }) =>
      before.account.lockedBy.includes("administrator")
        ? `The account of ${name} is unlocked.${stillLocked(after, isLocked)}`
        : `The account of ${name} was not locked by an administrator.${stillLocked(after, isLocked)}`,
  },
  expirePassword: {
    run: (context, _request, subject) => expirePassword(context, subject),
    tell: ({ name, before, after }) =>
      `The password of ${name} has expired; its status is ${after.password.status}.${endedLockout(before)}`,
  },
  forceChange: {
    run: perform(operations.forcePasswordChange),
    tell: ({ name, before, after }) =>
      `${name} has to change the password at the next sign-on; its status is ${after.password.status}.${endedLockout(before)}`,
  },
} as const satisfies Readonly<Record<string, UserAction>>;

/** A name in the path of a user's action. */
export type UserActionName = keyof typeof USER_ACTIONS;

export function isUserAction(name: string): name is UserActionName {
  return Object.hasOwn(USER_ACTIONS, name);
}

/** Carries an action out. @returns the user afterwards and what happened @throws ApiError where the state does not allow it */
export async function runUserAction(
  name: UserActionName,
  context: OperationContext,
  request: OperationRequest,
  subject: PasswordSubject,
): Promise<{ readonly message: string; readonly user: UserRow }> {
  const { environment, user, now } = subject;
  const before = userRow(environment, user, now);
  const { run, tell }: UserAction = USER_ACTIONS[name];
  await run(context, request, subject);
  const after = userRow(environment, user, now);
  const message = tell({ name: before.username, before, after, isLocked: isLocked(user, now) });
  return { message, user: after };
}

/** PingOne's own operation, as an administrator calls it. */
function perform(operation: Operation): UserAction["run"] {
  return async (context, request) => {
    await operation(context, request);
  };
}

function lockEnd({ password }: UserRow): string {
  return password.lockedUntil === undefined
    ? "until an administrator unlocks it"
    : `until ${password.lockedUntil.slice(0, 19).replace("T", " ")} UTC`;
}

function stillLocked({ account }: UserRow, isLocked: boolean): string {
  return isLocked ? ` The user is still locked, by: ${account.lockedBy.join(", ")}.` : "";
}

function endedLockout({ account }: UserRow): string {
  return account.lockedBy.includes("password") ? " The lockout ended with that." : "";
}
