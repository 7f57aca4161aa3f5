import { operations, type PasswordState, type User } from "../../operations";
import { isNewer } from "../drift";
import type { Report } from "../lifecycle";
import type { Session } from "../session";
import { fieldsAt, only } from "../user-fields";
import { unlessGone } from "../unless-gone";
import { type Account, fieldsIn, heldOf, pack, unpack } from "./account";
import { namesOf, users as countUsers } from "./describe-plan";
import { ownUsers, straysAmong } from "./own-users";
import { joinMarks, NO_MARK, splitMarks } from "./password-marks";
import { runAll } from "./run-all";
import type { TestUsersState } from "./types";

/** Milliseconds by which the creation of a user may come before its password, which one call made both. */
const ONE_CALL = 10_000;

/**
 * What PingOne has of the users now. One that is gone leaves the state, so that the next run creates it again; one that differs shows
 * as another one, so that the next run changes it back.
 */
export async function readTestUsers(
  session: Session,
  props: TestUsersState,
  report: Report,
): Promise<TestUsersState> {
  const { environmentId, owner } = props;
  const own = await ownUsers(session.send, environmentId, owner);
  const found = await findUsers(session, props, own);
  const entries = Object.entries(props.accounts);
  const gone = entries.filter(([, packed]) => !found.has(unpack(packed).id));
  const accounts = new Map<string, Account>();
  const different: { username: string }[] = [];
  for (const [username, packed] of entries) {
    const account = unpack(packed);
    const user = found.get(account.id);
    if (user !== undefined) {
      const held = heldOf(only(fieldsAt(user), ["username", ...fieldsIn(account.held)]));
      const isSame = JSON.stringify(held) === JSON.stringify(account.held);
      if (!isSame) {
        different.push({ username });
      }
      accounts.set(username, isSame ? account : { ...account, held });
    }
  }
  tell(
    report,
    gone.map(([username]) => ({ username })),
    "gone from PingOne",
    "created again",
  );
  tell(report, different, "changed outside this stack", "changed back");
  const ids = new Set(entries.map(([, packed]) => unpack(packed).id));
  const strays = straysAmong(own, (id) => ids.has(id));
  for (const [username, account] of strays) {
    accounts.set(username, account);
  }
  tell(
    report,
    [...strays.keys()].map((username) => ({ username })),
    "of a run that broke off",
    "taken over, or removed where not declared",
  );
  const marks = splitMarks(Object.keys(props.accounts), props.fingerprints);
  if (props.refreshPasswords === true) {
    const isOurs = (username: string) => (marks.get(username) ?? NO_MARK) !== NO_MARK;
    await refreshPasswords(session, environmentId, accounts, isOurs, report);
  }
  return {
    ...props,
    environmentId,
    owner,
    accounts: Object.fromEntries([...accounts].map(([username, account]) => [username, pack(account)])),
    fingerprints: joinMarks(accounts.keys(), marks),
  };
}

/** Users of our own come in pages; who carries no mark, because of having been there before or for a change outside, is read alone. */
async function findUsers(
  { send }: Session,
  { environmentId, accounts }: TestUsersState,
  own: ReadonlyMap<string, User>,
): Promise<ReadonlyMap<string, User>> {
  const found = new Map([...own.values()].map((user) => [user.id, user]));
  const others = Object.values(accounts)
    .map(unpack)
    .filter(({ id }) => !found.has(id));
  await runAll(
    others,
    async ({ id }) => {
      const user = await unlessGone(send(operations.readUser, { environmentId, userId: id }));
      if (user !== undefined) {
        found.set(id, user);
      }
    },
    () => false,
  );
  return found;
}

async function refreshPasswords(
  { send }: Session,
  environmentId: string,
  accounts: Map<string, Account>,
  isOurs: (username: string) => boolean,
  report: Report,
): Promise<void> {
  const outside: { username: string }[] = [];
  await runAll(
    [...accounts],
    async ([username, account]) => {
      const user = { environmentId, userId: account.id };
      const state = await unlessGone(send(operations.readPasswordState, user));
      if (state !== undefined) {
        if (isOurs(username) && isChangedOutside(account, state)) {
          outside.push({ username });
        }
        accounts.set(username, { ...account, status: state.status, lastChangedAt: state.lastChangedAt });
      }
    },
    () => false,
  );
  if (outside.length > 0) {
    report.warn(
      `The passwords of ${countUsers(outside.length)} were changed outside this stack (${namesOf(outside, 10)}): they are left as they are; new values would set them again.`,
    );
  }
}

/** A user who was asked to choose a password has obeyed. */
function isChangedOutside({ status, lastChangedAt, forceChange }: Account, state: PasswordState): boolean {
  if (forceChange || status === "MUST_CHANGE_PASSWORD" || !isNewer(state, lastChangedAt)) {
    return false;
  }
  const [now, then] = [Date.parse(state.lastChangedAt ?? ""), Date.parse(lastChangedAt ?? "")];
  return Number.isNaN(now) || Number.isNaN(then) || now - then > ONE_CALL;
}

function tell(
  report: Report,
  members: readonly { readonly username: string }[],
  what: string,
  next: string,
): void {
  if (members.length > 0) {
    report.warn(
      `${countUsers(members.length)} ${members.length === 1 ? "is" : "are"} ${what} (${namesOf(members, 10)}): with the next pulumi up ${members.length === 1 ? "it is" : "they are"} ${next}.`,
    );
  }
}
