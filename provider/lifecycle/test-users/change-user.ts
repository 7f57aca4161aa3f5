import { operations } from "../../operations";
import { applyPassword } from "../apply-password";
import { forceChangeAlone } from "../force-change";
import { declaredBy } from "../user-fields";
import { type Account, blend, heldOf } from "./account";
import type { Change } from "./plan";
import type { KeepUser, SeedContext } from "./seed-user";

/**
 * Makes a user what is declared, with one call for each kind of difference. After each step what holds is kept.
 * @throws {PingOneError} when PingOne refuses a step
 */
export async function changeUser(
  context: SeedContext,
  change: Omit<Change, "was">,
  keep: KeepUser,
): Promise<void> {
  const { fields, row, steps } = change;
  const { send } = context.session;
  const user = { environmentId: context.environmentId, userId: change.account.id };
  const wanted = heldOf(fields);
  let account = change.account;
  let hasPassword = false;
  const hold = (next: Partial<Account>) => {
    account = { ...account, ...next };
    keep(account, hasPassword);
  };
  for (const step of steps) {
    switch (step) {
      case "profile": {
        const { email, name } = declaredBy(fields);
        await send(operations.updateUser, { ...user, username: fields.username, email, name });
        hold({ held: blend(account.held, wanted, step) });
        break;
      }
      case "population":
        await send(operations.updateUserPopulation, { ...user, populationId: fields.population ?? "" });
        hold({ held: blend(account.held, wanted, step) });
        break;
      case "enabled":
        await send(operations.updateUserEnabled, { ...user, enabled: wanted.enabled });
        hold({ held: blend(account.held, wanted, step) });
        break;
      case "forceChange": {
        const { status, lastChangedAt } = await forceChangeAlone(send, user);
        hold({ status, lastChangedAt, forceChange: true });
        break;
      }
      case "password": {
        const value = context.passwordOf(change);
        if (value === undefined) {
          break;
        }
        const wish = {
          value,
          forceChange: row.forceChange === true,
          bypassPolicy: false,
          // What was there when the set went out is not taken for it.
          appliedAt: change.account.lastChangedAt,
          isGenerated: row.generate !== undefined,
        };
        const { state, forceChange, failure } = await applyPassword(send, user, wish, context.report);
        hasPassword = true;
        hold({
          ...(state === undefined ? {} : { status: state.status, lastChangedAt: state.lastChangedAt }),
          forceChange,
        });
        if (failure !== undefined) {
          throw failure;
        }
        break;
      }
      case "forget":
        break;
    }
  }
  // What is declared no longer is looked at no longer.
  hold({ held: wanted });
}
