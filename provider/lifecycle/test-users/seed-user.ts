import type { PasswordStatus, User } from "../../operations";
import type { Report } from "../lifecycle";
import type { Session } from "../session";
import { fieldsAt, namesIn, only } from "../user-fields";
import { claimUser } from "../claim-user";
import { PingOneError } from "../../errors";
import { type Account, heldOf } from "./account";
import { changeUser } from "./change-user";
import { type Declared, stepsFor } from "./plan";
import { NO_MARK } from "./password-marks";

/** What all users of a run have in common. */
export type SeedContext = {
  readonly session: Session;
  readonly environmentId: string;
  readonly owner: string;
  readonly adopt: boolean;
  /** Users who carry the mark already, by their usernames in lower case. */
  readonly own: ReadonlyMap<string, User>;
  /** Usernames of those whom the state has, by their ids. */
  readonly known: ReadonlyMap<string, string>;
  /** Keeps what concerns single users from being told thousands of times. */
  readonly report: Report;
  /** The password a user is to have; undefined where none is declared. Throws where one is and did not get here. */
  readonly passwordOf: (declared: Declared) => string | undefined;
};

/** A user as it is after a step, or after the last step that worked. */
export type KeepUser = (account: Account, hasPassword: boolean) => void;

/**
 * Makes a user with a password in one call; one that is this resource's own already, or is to be adopted, becomes what is declared.
 * @throws {PingOneError} when PingOne refuses
 */
export async function seedUser(context: SeedContext, declared: Declared, keep: KeepUser): Promise<void> {
  const { session, environmentId, owner, adopt, report } = context;
  const { username, fields, row } = declared;
  const mine = context.own.get(username.toLowerCase());
  if (mine !== undefined) {
    await takeOver(context, declared, mine, false, keep);
    return;
  }
  const value = context.passwordOf(declared);
  const password = value === undefined ? undefined : { value, forceChange: row.forceChange === true };
  const claim = {
    environmentId,
    username,
    email: row.email,
    name: row.name,
    population: fields.population,
    enabled: row.enabled,
    owner,
    adopt,
    password,
  };
  const { user, origin } = await claimUser(session.send, claim, report);
  if (origin === "created") {
    const lastChangedAt = password === undefined ? undefined : user.createdAt;
    keep(
      {
        id: user.id,
        status: statusOf(password),
        lastChangedAt,
        held: heldOf(fields),
        isAdopted: false,
        forceChange: password?.forceChange === true,
      },
      password !== undefined,
    );
    return;
  }
  const other = context.known.get(user.id);
  if (other !== undefined) {
    throw new PingOneError(
      `The username ${JSON.stringify(username)} is that of ${JSON.stringify(other)} of this resource, who was renamed at PingOne: run pulumi up --refresh, twice where both are declared.`,
    );
  }
  await takeOver(context, declared, user, origin === "adopted", keep);
}

/** Makes a user who is there already what is declared. */
async function takeOver(
  context: SeedContext,
  declared: Declared,
  user: User,
  isAdopted: boolean,
  keep: KeepUser,
): Promise<void> {
  const held = heldOf(only(fieldsAt(user), ["username", ...namesIn(declared.fields)]));
  const account: Account = { id: user.id, status: "UNKNOWN", held, isAdopted, forceChange: false };
  keep(account, false);
  await changeUser(context, { ...declared, account, steps: stepsFor(account, declared, NO_MARK) }, keep);
}

/** By what PingOne documents: the call answers the user alone, and another one for the state would double what seeding costs. */
function statusOf(password: { readonly forceChange: boolean } | undefined): PasswordStatus {
  if (password === undefined) {
    return "NO_PASSWORD";
  }
  return password.forceChange ? "MUST_CHANGE_PASSWORD" : "OK";
}
