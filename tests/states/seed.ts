import type { Seed, SeedUser } from "../../simulator";
import { CLIENT_SECRET, SEED_PASSWORD } from "./planted";

/** The id of a user of the seed, as the programs write it. */
export function seedId(number: number): string {
  return `00000000-0000-4000-8000-0000000000${number}`;
}

/** A user whom nothing declares, and whom nothing may call. */
export const UNDECLARED = seedId(99);

/** PingOne before the first `up` of a state: all but random ids, so that a program can name them. */
export const SEED: Seed = {
  worker: { clientSecret: CLIENT_SECRET },
  users: [
    ...[11, 12, 13, 14, 15, 16, 17, 18, 19, 23, 24, 26, 27].map((number) => seedUser(number)),
    seedUser(21, { locked: true }),
    seedUser(22),
    seedUser(25, { forceChange: true }),
    seedUser(99, { username: "undeclared" }),
    { id: seedId(31), username: "carol", email: "old@example.com" },
    { id: seedId(32), username: "stranger", email: "old@example.com" },
    { id: seedId(33), username: "forgetful", email: "forgetful@example.com", password: SEED_PASSWORD },
  ],
};

function seedUser(number: number, more: Partial<SeedUser> = {}): SeedUser {
  const username = `seed-${number}`;
  return {
    id: seedId(number),
    username,
    email: `${username}@example.com`,
    password: SEED_PASSWORD,
    ...more,
  };
}
