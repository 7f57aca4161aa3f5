import { PingOneApiError, PingOneError } from "../errors";
import { findUser, type NewUser, operations, type User } from "../operations";
import type { Send } from "../transport";
import type { Report } from "./lifecycle";
import { pauseBeforeRepeat } from "./pause-before-repeat";
import { isUnclear } from "./unclear";
import { isUsernameTaken } from "./user-refusal";
import type { UserInputs } from "./user-types";

/** What is to be a resource's user, with a password where the same call is to set one. */
export type UserClaim = UserInputs & Pick<NewUser, "password">;

/** A user that a resource manages from now on, and where the user came from. */
export type ClaimedUser = { readonly user: User; readonly origin: "created" | "ours" | "adopted" };

/**
 * Creates a user, marked as this resource's own. One that carries the mark already, because a run broke off or its state was lost, is
 * taken over; any other only where the program says so.
 * @throws {PingOneError} when the username is a stranger's, with the ways out
 */
export async function claimUser(send: Send, inputs: UserClaim, report: Report): Promise<ClaimedUser> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { user: await createUser(send, inputs), origin: "created" };
    } catch (error) {
      if (!(error instanceof PingOneError) || !(isUsernameTaken(error) || isUnclear(error))) {
        throw error;
      }
      const user = await lookUp(send, inputs, error);
      if (user !== undefined) {
        return takeOver(inputs, user, error, report);
      }
      // Nobody is there: what was sent had no effect, and may go out again.
      if (isUsernameTaken(error) || !(await pauseBeforeRepeat(error, attempt))) {
        throw explainNobody(inputs, error);
      }
    }
  }
}

function createUser(send: Send, inputs: UserClaim): Promise<User> {
  const { environmentId, username, email, name, population, enabled, owner, password } = inputs;
  return send(operations.createUser, {
    environmentId,
    username,
    email,
    name,
    population: population === undefined ? undefined : { id: population },
    enabled,
    externalId: owner,
    password,
  });
}

function explainNobody({ environmentId, username }: UserInputs, error: PingOneError): PingOneError {
  const name = JSON.stringify(username);
  return isUsernameTaken(error)
    ? new PingOneApiError(
        `The username ${name} is taken, but PingOne shows no such user in environment ${environmentId}: the worker application may not see that user's population. Give another username, or the worker its role (Identity Data Admin) for that population as well.`,
        error,
      )
    : new PingOneError(`${error.message} The user ${name} is not there: the next run tries again.`, {
        cause: error,
      });
}

function takeOver(inputs: UserInputs, user: User, error: PingOneError, report: Report): ClaimedUser {
  const { environmentId, owner, adopt } = inputs;
  const name = JSON.stringify(inputs.username);
  if (owner !== undefined && user.externalId === owner) {
    report.info(`Took over the user ${name}, whom this resource had created already.`);
    return { user, origin: "ours" };
  }
  // Who carries the mark of another resource is that one's to delete.
  if (adopt === true && user.externalId?.startsWith("pulumi:") !== true) {
    report.info(
      `Took over the user ${name}, who was there before: a deletion of this resource leaves the user.`,
    );
    return { user, origin: "adopted" };
  }
  throw new PingOneError(
    `The username ${name} is taken: environment ${environmentId} has that user already (id ${user.id}), whom ${describeOwner(user)}. Give another username${user.externalId?.startsWith("pulumi:") === true ? "" : ", or adopt: true to manage that user"}.`,
    { cause: error },
  );
}

async function lookUp(
  send: Send,
  { environmentId, username }: UserInputs,
  error: PingOneError,
): Promise<User | undefined> {
  try {
    return await findUser(send, environmentId, username);
  } catch (second) {
    throw second instanceof PingOneError
      ? new PingOneError(
          `${error.message} Whether the user is there, and whose, is not known, because PingOne cannot be asked (${second.message}). The next run looks at it first.`,
          { cause: error },
        )
      : second;
  }
}

/** The mark of another resource tells where to look; anything else is not ours to show. */
function describeOwner({ externalId = "" }: User): string {
  return /^pulumi:[^\p{C}]{1,300}$/u.test(externalId)
    ? `another resource created (${externalId.slice("pulumi:".length)}; if it was renamed to this one, give it an alias)`
    : "this resource did not create";
}
