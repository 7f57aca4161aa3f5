import { scrypt } from "node:crypto";
import { promisify } from "node:util";
import type { UserRef } from "../operations";
import { userKey } from "./user-id";

type ScryptCost = { readonly N: number; readonly r: number };

const derive = promisify<string, string, number, { N: number; r: number; p: number }, Buffer>(scrypt);

/** About 2 ms a value, which the engine waits for one after the other: slow to guess at, and encrypted in the state on top. */
const COST: ScryptCost = { N: 1024, r: 8 };

/** 72 bits: enough that no other password has the same, in as few bytes of state as that takes. */
const LENGTH = 9;

/**
 * What stands for a password in the state: equal for equal passwords of one user, so that a change shows, and no way back.
 * The salt is the user, not random, because preview and up have to agree on it.
 * @param previous a fingerprint to compare with: its cost is used again, so that a new default changes no state
 */
export async function fingerprint(value: string, user: UserRef, previous?: unknown): Promise<string> {
  const { N, r } = costOf(previous) ?? COST;
  const hash = await derive(value, `pulumi-pingone-password:${userKey(user)}`, LENGTH, { N, r, p: 1 });
  return `scrypt$${N}$${r}$${hash.toString("base64url")}`;
}

function costOf(previous: unknown): ScryptCost | undefined {
  const [, n, r] = /^scrypt\$(\d{1,6})\$(\d{1,2})\$/.exec(typeof previous === "string" ? previous : "") ?? [];
  return n === undefined || r === undefined ? undefined : { N: Number(n), r: Number(r) };
}
