import { PingOneError } from "../../errors";
import { operations, type User } from "../../operations";
import { count, describeSeconds } from "../../policy";
import { quoted } from "../../quoted";
import type { Send } from "../../transport";
import { type Finding, ok, warning } from "./finding";

/** Users that are named of each kind. */
const FEW = 5;

/** Who is locked and who is disabled, the first few by name. */
export async function checkUsers(
  send: Send,
  environmentId: string,
  users: readonly User[],
  hasAll: boolean,
): Promise<readonly Finding[]> {
  const locked = users.filter(({ account }) => account.status === "LOCKED");
  const disabled = users.filter(({ enabled }) => !enabled);
  const extent = hasAll ? count(users.length, "user") : `the first ${users.length} users (there are more)`;
  const names = await Promise.all(
    locked
      .slice(0, FEW)
      .map(async (user) => `${nameOf(user)} (${await describeLock(send, environmentId, user)})`),
  );
  return [
    locked.length === 0
      ? ok("locked users", `none of ${extent}.`)
      : warning(
          "locked users",
          `${locked.length} of ${extent}: ${listed(names, locked.length)}.`,
          'A PasswordUnlock ends a password lockout, with scope: "account" an administrator\'s lock.',
        ),
    ok(
      "disabled users",
      disabled.length === 0
        ? `none of ${extent}.`
        : `${disabled.length} of ${extent}: ${listed(disabled.slice(0, FEW).map(nameOf), disabled.length)}. They cannot sign on, whatever the password.`,
    ),
  ];
}

function nameOf({ username, id }: User): string {
  return username === undefined ? id : quoted(username);
}

function listed(names: readonly string[], all: number): string {
  return `${names.join(", ")}${all > names.length ? " and others" : ""}`;
}

async function describeLock(send: Send, environmentId: string, { id }: User): Promise<string> {
  try {
    const { status, secondsUntilUnlock } = await send(operations.readPasswordState, {
      environmentId,
      userId: id,
    });
    if (status !== "PASSWORD_LOCKED_OUT") {
      return "by an administrator or by MFA";
    }
    return secondsUntilUnlock === undefined
      ? "the password, until it is unlocked"
      : `the password, for ${describeSeconds(secondsUntilUnlock)} yet`;
  } catch (error) {
    if (error instanceof PingOneError) {
      return "why cannot be read";
    }
    throw error;
  }
}
