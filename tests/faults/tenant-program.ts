/** How much a stack of the fault tests declares. */
export type Size = {
  readonly passwords: number;
  readonly testUsers: number;
  /** Of each kind of action. */
  readonly actions: number;
};

/** Begins every password that is declared: what a search for leaks looks for. */
export const PLANTED = "Zephyr-Quartz!";

/** The password of a user; another one for each version. */
export function passwordOf(name: string, version: number): string {
  // A letter between two digits: the policy takes no character three times in a row.
  const digits = Array.from(name.replace(/\D/g, "")).join("k");
  return `${PLANTED}${name.slice(0, 1)}${digits}v${version}x`;
}

/** Calls that bringing such a stack up takes at least, without tokens. */
export function fewestCalls({ passwords, testUsers, actions }: Size): number {
  return passwords + testUsers + 3 * actions;
}

/** Usernames of what a stack declares; those of UserPassword and of the actions are there before it. */
export function usernames({ passwords, testUsers, actions }: Size) {
  const many = (letter: string, count: number) =>
    Array.from({ length: count }, (_none, index) => `${letter}-${index}`);
  return {
    password: many("p", passwords),
    test: many("t", testUsers),
    unlock: many("u", actions),
    force: many("f", actions),
    mail: many("m", actions),
  };
}

/** The program of such a stack. */
export function program(
  environmentId: string,
  ids: ReadonlyMap<string, string>,
  size: Size,
  version: number,
): string {
  const { password, test, unlock, force, mail } = usernames(size);
  const json = (value: unknown) => JSON.stringify(value);
  const of = (names: readonly string[]) => json(names.map((name) => [name, ids.get(name)]));
  return `
    const environmentId = ${json(environmentId)};
    const passwords = ${json(Object.fromEntries([...password, ...test].map((name) => [name, passwordOf(name, version)])))};
    for (const [name, userId] of ${of(password)}) {
      new pingone.UserPassword(name, { environmentId, userId, value: passwords[name] });
    }
    for (const [name, userId] of ${of(unlock)}) new pingone.PasswordUnlock(name, { environmentId, userId });
    for (const [name, userId] of ${of(force)}) new pingone.PasswordForceChange(name, { environmentId, userId });
    for (const [name, userId] of ${of(mail)}) new pingone.PasswordRecoveryCode(name, { environmentId, userId });
    new pingone.TestUsers("test", {
      environmentId,
      users: ${json(test)}.map((username) => ({ username, email: username + "@example.com", value: passwords[username] })),
    });
  `;
}
