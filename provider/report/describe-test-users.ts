import { unpack } from "../lifecycle/test-users/account";
import { CALLS, type Calls, NO_CALLS, sum, times } from "./calls";
import type { Describe, Effect, UserChanges } from "./effect";
import { accountsOf, addedUsers, NO_CHANGES, removedUsers, updatedUsers, USER_KINDS } from "./user-changes";

const { TestUsers } = CALLS;

/** Users in one page of a list. */
const PAGE = 1000;

/** What a preview does with many users. */
export const describeTestUsers: Describe = {
  create: ({ new: news }, said) =>
    effectOf(addedUsers(news, said), [TestUsers.page, ...looks(news?.inputs["policyCheck"])]),

  update(step, said) {
    const { users, fieldCalls, isOpen } = updatedUsers(step, said);
    const isNew = users.added.count + users.withAnotherPassword.count > 0;
    const effect = effectOf(users, [
      times(fieldCalls, TestUsers.change),
      ...(isNew ? looks(step.new?.inputs["policyCheck"]) : []),
    ]);
    return isOpen ? { ...effect, isOpen } : effect;
  },

  remove({ old, new: news }) {
    // A replacement in the same environment takes the same users over.
    const isSame = news !== undefined && news.inputs["environmentId"] === old?.outputs["environmentId"];
    return isSame || old?.isRetained === true
      ? { does: "leaves the users", users: NO_CHANGES, calls: NO_CALLS }
      : effectOf(removedUsers(old), [times(pagesOf(old), TestUsers.page)]);
  },

  refresh({ old }) {
    const accounts = Object.values(accountsOf(old)).map(unpack);
    const adopted = accounts.filter(({ isAdopted }) => isAdopted).length;
    const passwords = old?.outputs["refreshPasswords"] === true ? accounts.length : 0;
    return {
      does: `looks at ${accounts.length} users`,
      calls: sum([times(pagesOf(old), TestUsers.page), times(adopted + passwords, TestUsers.readOne)]),
    };
  },
};

/** Lists of the users who carry the mark. */
function pagesOf(old: Parameters<typeof accountsOf>[0]): number {
  const own = Object.values(accountsOf(old)).filter((packed) => !unpack(packed).isAdopted).length;
  return Math.max(1, Math.ceil(own / PAGE));
}

function looks(policyCheck: unknown): Calls[] {
  return policyCheck === "off" ? [] : [TestUsers.policy];
}

function effectOf(users: UserChanges, more: readonly Calls[]): Effect {
  const words = Object.entries(USER_KINDS).flatMap(([kind, what]) => {
    const { count } = users[kind as keyof UserChanges];
    return count === 0 ? [] : [`${count} ${what}`];
  });
  return {
    does: words.length === 0 ? "no user changes" : `users: ${words.join(", ")}`,
    users,
    calls: sum([
      ...more,
      times(users.added.count, TestUsers.add),
      times(users.withAnotherPassword.count, TestUsers.rotate),
      times(users.askedToChange.count, TestUsers.forceChange),
      times(users.removed.count, TestUsers.remove),
    ]),
  };
}
