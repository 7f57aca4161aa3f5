import { unpack } from "./account";

/** One seeded user, as far as the state knows. */
export type TestAccount = {
  /** UUID of the user. */
  readonly id: string;
  /** PingOne's status of the password: `OK`, `MUST_CHANGE_PASSWORD`, `NO_PASSWORD`, ... */
  readonly status: string;
  /** When the password was last changed, by PingOne's clock (ISO 8601, UTC). */
  readonly lastChangedAt?: string;
};

/** The seeded users as a program has them. */
export function readAccounts(accounts: Readonly<Record<string, string>>): Record<string, TestAccount> {
  return Object.fromEntries(
    Object.entries(accounts).map(([username, packed]) => {
      const { id, status, lastChangedAt } = unpack(packed);
      return [username, { id, status, ...(lastChangedAt === undefined ? {} : { lastChangedAt }) }];
    }),
  );
}
