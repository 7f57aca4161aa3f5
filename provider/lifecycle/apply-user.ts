import { PartialFailure, PingOneError } from "../errors";
import { operations, type User, type UserRef } from "../operations";
import type { Send } from "../transport";
import { declaredBy, differing, only, type UserField, type UserFields } from "./user-fields";
import { userKey } from "./user-id";
import { explainUserRefusal } from "./user-refusal";
import type { UserAccount, UserState } from "./user-types";

/** What PingOne has of the fields that are declared. */
export type HeldUser = {
  readonly fields: UserFields;
  readonly account: UserAccount;
  readonly adopted?: true | undefined;
};

/** The state of what is held. */
export function userState({ fields, account, adopted }: HeldUser): UserState {
  return { ...declaredBy(fields), account, adopted };
}

/** Of a user's account what the state keeps. */
export function accountOf({ account: { status, canAuthenticate } }: User): UserAccount {
  return { status, canAuthenticate };
}

/**
 * Makes a user what is declared, with a call for each kind of difference and none where there is none.
 * @param isNew whether the state does not know the user yet, who must not be forgotten whatever fails
 * @throws {PartialFailure} with what holds, when a later step fails
 */
export async function applyUser(
  send: Send,
  user: UserRef,
  held: HeldUser,
  declared: UserFields,
  isNew: boolean,
): Promise<UserState> {
  let now = held;
  try {
    for (const step of STEPS) {
      const names = differing(now.fields, declared).filter((name) => step.fields.includes(name));
      if (names.length > 0) {
        const fields = only(declared, names);
        const account = await step.run(send, user, fields, now.account);
        now = { ...now, fields: { ...now.fields, ...fields }, account };
      }
    }
  } catch (error) {
    if (!(error instanceof PingOneError)) {
      throw error;
    }
    const explained = explainUserRefusal(error, declared.username ?? "");
    throw isNew || now !== held ? new PartialFailure(userKey(user), userState(now), explained) : explained;
  }
  return userState(now);
}

type Step = {
  readonly fields: readonly UserField[];
  /** Answers the account as it is then. */
  run(send: Send, user: UserRef, fields: UserFields, account: UserAccount): Promise<UserAccount>;
};

const STEPS: readonly Step[] = [
  {
    fields: ["username", "email", "name.given", "name.family"],
    run: async (send, user, fields) => {
      const { username, email, name } = { ...declaredBy(fields), username: fields.username };
      return accountOf(await send(operations.updateUser, { ...user, username, email, name }));
    },
  },
  {
    fields: ["population"],
    run: async (send, user, { population = "" }, account) => {
      await send(operations.updateUserPopulation, { ...user, populationId: population });
      return account;
    },
  },
  {
    fields: ["enabled"],
    run: async (send, user, { enabled = true }, { status }) => {
      await send(operations.updateUserEnabled, { ...user, enabled });
      return { status, canAuthenticate: enabled && status === "OK" };
    },
  },
];
