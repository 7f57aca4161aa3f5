import { operations, type User } from "../operations";
import { accountOf, applyUser, userState } from "./apply-user";
import { changedKnown } from "./changed";
import { checkUser } from "./check-user";
import { claimUser } from "./claim-user";
import { declareLiving, isLiving, usernameKey } from "./declared-users";
import type { Lifecycle } from "./lifecycle";
import type { Session } from "./session";
import { unlessGone } from "./unless-gone";
import {
  differing,
  fieldsAt,
  fieldsOf,
  givenUp,
  namesIn,
  only,
  USER_FIELDS,
  type UserField,
} from "./user-fields";
import { parseUserKey, userKey } from "./user-id";
import type { UserInputs, UserState } from "./user-types";

/** A PingOne user. Only what is declared is managed. */
export const user = (session: Session): Lifecycle<UserInputs, UserState> => ({
  check: (olds, news, report) => Promise.resolve(checkUser(session, olds, news, report)),

  diff(id, olds, news, report) {
    const replaces = changedKnown(parseUserKey(id), news, ["environmentId"]);
    const [held, declared] = [fieldsOf(olds), fieldsOf(news)];
    const left = givenUp(held, declared);
    if (replaces.length === 0) {
      // A refresh asks as well, but checks nothing: what the program has taken out is not living.
      if (session.livingUsers.has(usernameKey(news))) {
        declareLiving(session.livingUsers, id, report.resource);
      }
      if (left.length > 0) {
        report.info(`No longer managed, and left as at PingOne: ${left.join(", ")}.`);
      }
    }
    const changes = replaces.length > 0 || left.length > 0 || differing(held, declared).length > 0;
    return Promise.resolve({ changes, replaces });
  },

  async create(inputs, report) {
    const { user, origin } = await claimUser(session.send, inputs, report);
    const ref = { environmentId: inputs.environmentId, userId: user.id };
    const id = userKey(ref);
    declareLiving(session.livingUsers, id, report.resource);
    const declared = fieldsOf(inputs);
    const held = {
      ...observed(user, namesIn(declared)),
      adopted: origin === "adopted" ? (true as const) : undefined,
    };
    return { id, outs: await applyUser(session.send, ref, held, declared, true) };
  },

  async read(id, props) {
    const call = session.send(operations.readUser, parseUserKey(id));
    if (props.username === undefined) {
      // `get` would turn a missing user into empty outputs without a word: there it is an error.
      return userState(observed(await call, USER_FIELDS));
    }
    const found = await unlessGone(call);
    return found === undefined
      ? undefined
      : userState({ ...observed(found, namesIn(fieldsOf(props))), adopted: props.adopted });
  },

  update(id, { account, adopted, ...olds }, news) {
    const declared = fieldsOf(news);
    const held = { fields: only(fieldsOf(olds), namesIn(declared)), account, adopted };
    return applyUser(session.send, parseUserKey(id), held, declared, false);
  },

  async delete(id, { username, adopted }, report) {
    // A replacement or a taint creates first, which takes the same user over, and deletes then, if need be in a later run.
    if (isLiving(session.livingUsers, id)) {
      return;
    }
    if (adopted === true) {
      report.info(
        `The user ${JSON.stringify(username)} is left in PingOne: it was there before this stack took it over.`,
      );
      return;
    }
    await unlessGone(session.send(operations.deleteUser, parseUserKey(id)));
  },
});

function observed(user: User, names: readonly UserField[]) {
  return { fields: only(fieldsAt(user), names), account: accountOf(user) };
}
