import type { ResourceName } from "../lifecycle";
import { CALLS, sum } from "./calls";
import { describeAction, describeForgotPassword, describeUnlock } from "./describe-action";
import { describeTestUsers } from "./describe-test-users";
import { describeUser } from "./describe-user";
import { describeUserPassword } from "./describe-user-password";
import type { Message, Step } from "./document";
import type { Describe, Effect, UserChanges } from "./effect";
import { addMembers } from "./user-changes";
import type { Subject } from "./urn";

/** What happens to a resource. */
export type Change = Subject & Effect & { readonly operation: Operation };

/** What the engine does with a resource. */
export type Operation = "create" | "update" | "replace" | "delete" | "refresh";

const DESCRIBE: Readonly<Record<ResourceName, Describe>> = {
  UserPassword: describeUserPassword,
  User: describeUser,
  TestUsers: describeTestUsers,
  PasswordUnlock: describeUnlock,
  ForgotPassword: describeForgotPassword,
  PasswordForceChange: describeAction("asks the user for another password", CALLS.PasswordForceChange),
  PasswordRecoveryCode: describeAction("has a recovery code mailed", CALLS.PasswordRecoveryCode),
  PasswordRecovery: describeAction("sets a new password for a recovery code", CALLS.PasswordRecovery),
  PasswordReset: describeAction("signs on and sets another password, if asked for one", CALLS.PasswordReset),
  PasswordCheck: describeAction("checks a password", CALLS.PasswordCheck),
};

/** What the steps of a preview do at PingOne, by the names of the resources: the engine has them in any order. */
export function changesIn(steps: readonly Step[], messages: readonly Message[]): Change[] {
  const inOrder = [...steps].sort((a, b) => (a.resource < b.resource ? -1 : a.resource > b.resource ? 1 : 0));
  return inOrder.flatMap((step) => {
    const { type, resource } = step;
    const said = messages
      .filter(({ subject }) => subject?.type === type && subject.resource === resource)
      .map(({ text }) => text);
    const found = effectOf(step, said);
    return found === undefined ? [] : [{ type, resource, ...found }];
  });
}

function effectOf(step: Step, said: readonly string[]): (Effect & { operation: Operation }) | undefined {
  const describe = DESCRIBE[step.type];
  switch (step.op) {
    case "create":
    case "create-replacement":
      return { operation: "create", ...describe.create(step, said) };
    case "update":
      return { operation: "update", ...describe.update(step, said) };
    case "replace":
      return { operation: "replace", ...both(describe.create(step, said), describe.remove(step)) };
    case "delete":
    case "delete-replaced":
      return { operation: "delete", ...describe.remove(step) };
    case "refresh":
      return { operation: "refresh", ...describe.refresh(step) };
    default:
      return undefined;
  }
}

/** A replacement creates first, and deletes then. */
function both(created: Effect, removed: Effect): Effect {
  const isRemoving = removed.calls.reads + removed.calls.writes > 0;
  const users = [created.users, removed.users].filter((one): one is UserChanges => one !== undefined);
  return {
    does: isRemoving ? `${created.does}; of the old one: ${removed.does}` : created.does,
    calls: sum([created.calls, removed.calls]),
    ...(created.isSet === true ? { isSet: true } : {}),
    ...(users.length === 0 ? {} : { users: addMembers(users) }),
  };
}
