/** The users for whom this run has checked a UserPassword, by `<environmentId>/<userId>`. */
export type LivingUsers = {
  /** Notes that a resource declares a user. Answers the other resource that does so already, if there is one. */
  declare(user: string, resource: string): string | undefined;
  has(user: string): boolean;
};

/** Keeps them in this process alone. */
export function createLivingUsers(): LivingUsers {
  const owners = new Map<string, string>();
  return {
    declare(user, resource) {
      const owner = owners.get(user) ?? resource;
      owners.set(user, owner);
      return owner === resource ? undefined : owner;
    },
    has: (user) => owners.has(user),
  };
}
