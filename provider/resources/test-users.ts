import * as pulumi from "@pulumi/pulumi";
import { type Description, DynamicResource } from "../dynamic/resource";
import type { PolicyCheck } from "../lifecycle";
// Not all of the lifecycle, which a program has no need of: it would be loaded at every start.
import { readAccounts, type TestAccount } from "../lifecycle/test-users/read-accounts";
import { writeOrigins } from "../lifecycle/test-users/restore-rows";
import { isRecord } from "../transport";
import { checkRows, placesOf, rowWithoutNulls } from "../user-rows";
import type { NotAList, TestUserArgs, TestUserEntry } from "./test-user-args";
import { secretInput, withoutHalves } from "./secret-input";

/** Inputs of {@link TestUsers}. */
export interface TestUsersArgs {
  /** UUID of the PingOne environment. Changing it replaces the users. */
  environmentId: pulumi.Input<string>;
  /** The users: a list, `readUsers("users.csv")`, or a map by username. */
  users: readonly TestUserArgs[] | (Readonly<Record<string, TestUserEntry>> & NotAList);
  /**
   * The file that generated passwords are written to before they are set: JSON, by username, which its owner alone can read (mode 0600).
   * Entries of users whose password stays are kept.
   */
  deliverTo?: pulumi.Input<{ file: pulumi.Input<string> }> | undefined;
  /** Keep generated passwords in the state, encrypted, and as the secret output `values`. @default false */
  exposeValue?: pulumi.Input<boolean> | undefined;
  /**
   * Take over users who are there already and whom this resource did not create: they become what is declared, and stay when the
   * resource goes. Without it such a username is an error.
   * @default false
   */
  adopt?: pulumi.Input<boolean> | undefined;
  /** What a password that does not satisfy the policy is at preview: an `error`, a `warn`ing, or not looked at (`off`). @default "error" */
  policyCheck?: pulumi.Input<PolicyCheck> | undefined;
  /** Read the state of every password at a refresh: one call a user. @default false */
  refreshPasswords?: pulumi.Input<boolean> | undefined;
}

/**
 * Many users and their passwords in one resource: a file of thousands costs the engine what one resource costs, and PingOne one call a
 * user. Only what differs is changed. What PingOne takes is kept whatever it refuses, and the next run does the rest.
 *
 * Each user it creates carries `pulumi:<project>/<stack>/<name>` as its `externalId`. After a run that broke off, or with a lost state, the
 * same resource takes its own users over, and only its own; a deletion removes only those. Passwords are marked in the state by an
 * HMAC under one slow-derived key: whoever can decrypt the state can try guesses quickly.
 * https://developer.pingidentity.com/pingone-api/platform/users/users-1/create-user-import.html
 *
 * @throws at preview: rows that cannot be used, each with its place; a password that the policy refuses
 * @throws at up: usernames that strangers have, unless `adopt` is set, and rows that PingOne refuses, each with its reason, once all
 *   others are done
 * @example
 * new pingone.TestUsers("fixture", { environmentId, users: pingone.readUsers("users.csv"), deliverTo: { file: "passwords.json" } });
 */
export class TestUsers extends DynamicResource {
  /** UUID of the environment the users are in. */
  declare readonly environmentId: pulumi.Output<string>;
  /** By username: id, status of the password, and when it was last changed, as of the last update or refresh. */
  declare readonly accounts: pulumi.Output<Readonly<Record<string, TestAccount>>>;
  /** Generated passwords by username, with `exposeValue`. Secret. */
  declare readonly values: pulumi.Output<Readonly<Record<string, string>> | undefined>;

  constructor(name: string, args: TestUsersArgs, opts?: pulumi.CustomResourceOptions) {
    super("TestUsers", name, args, () => describe(name, args), opts);
    // Inputs stand on the object as outputs do: a program that exports the whole resource would put these into its stack's outputs.
    Reflect.deleteProperty(this, "passwords");
    const packed = (
      this as unknown as { accounts: pulumi.Output<Readonly<Record<string, string>> | undefined> }
    ).accounts;
    this.accounts = packed.apply((accounts) => readAccounts(accounts ?? {}));
  }
}

function describe(name: string, { users, ...others }: TestUsersArgs): Description {
  const declared = rowsOf(users);
  const problems = [
    ...checkRows(declared.map(withPending), placesOf(declared), isPending),
    ...unfit(declared),
  ];
  const rows = declared.filter((row) => isRecord(row) && !UNFIT.includes(row.username));
  return {
    inputs: {
      accounts: undefined,
      ...(others.exposeValue === undefined ? {} : { values: undefined }),
      ...others,
      users: Object.fromEntries(rows.map(({ username, value: _taken, ...row }) => [username, row])),
      passwords: passwordsOf(rows),
      origins: writeOrigins(rows),
      ...(problems.length === 0 ? {} : { problems }),
      owner: `pulumi:${pulumi.getProject()}/${pulumi.getStack()}/${name}`,
      // Encrypts in the inputs what check puts here.
      fingerprints: pulumi.secret(""),
    },
    secretOutputs: ["fingerprints", ...(others.exposeValue === undefined ? [] : ["values"])],
  };
}

/** Pulumi's library loses a property of the one name, and fails at one of the other. */
const UNFIT: readonly string[] = ["__proto__", "toString"];

/** Stands for what the program does not know yet: the provider checks it. */
const PENDING: unique symbol = Symbol("not known yet");

function rowsOf(users: TestUsersArgs["users"]): readonly TestUserArgs[] {
  if (isOutput(users)) {
    throw new pulumi.RunError(
      "users has to be known when the program runs, as a list or a map; only what is in a row may be an output.",
    );
  }
  // A program in JavaScript gives anything.
  if (!isRecord(users) && !Array.isArray(users)) {
    throw new pulumi.RunError("users is missing: give a list of rows, or a map of them by username.");
  }
  const rows = Array.isArray(users)
    ? (users as readonly TestUserArgs[])
    : Object.entries(users).map(([username, row]) => ({ ...row, username }));
  return rows.map(rowWithoutNulls);
}

function unfit(rows: readonly TestUserArgs[]): string[] {
  const where = placesOf(rows);
  return rows.flatMap((row, index) =>
    isRecord(row) && UNFIT.includes(row.username)
      ? [`${where(index, "username")}: no user can be called ${row.username} here: give another username.`]
      : [],
  );
}

/** Many passwords that are known are one secret, for speed; one that is not known yet must not make the others so. */
function passwordsOf(rows: readonly TestUserArgs[]): pulumi.Input<Record<string, pulumi.Input<string>>> {
  const given = rows.flatMap(({ username, value }) =>
    value === undefined ? [] : [[username, value] as const],
  );
  return given.some(([, value]) => isOutput(value))
    ? Object.fromEntries(given.map(([username, value]) => [username, secretInput(value)]))
    : pulumi.secret(Object.fromEntries(given.map(([username, value]) => [username, withoutHalves(value)])));
}

function withPending(row: unknown): unknown {
  if (!isRecord(row)) {
    return row;
  }
  const { username, ...others } = row;
  const shown = hidePending(others);
  const { name } = shown;
  return { username, ...shown, ...(isRecord(name) ? { name: hidePending(name) } : {}) };
}

function hidePending(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [key, isOutput(value) ? PENDING : value]),
  );
}

function isPending(value: unknown): boolean {
  return value === PENDING;
}

function isOutput(value: unknown): boolean {
  return pulumi.Output.isInstance(value) || value instanceof Promise;
}
