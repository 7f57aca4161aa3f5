import type { State } from "../state/state";

/** How many of everything there are, in all environments. */
export type StateCounts = Readonly<
  Record<"environments" | "users" | "populations" | "passwordPolicies" | "applications" | "workers", number>
>;

export function countState({ environments, applications, workers }: State): StateCounts {
  const all = [...environments.values()];
  const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
  return {
    environments: all.length,
    users: sum(all.map(({ users }) => users.all().length)),
    populations: sum(all.map(({ populations }) => populations.size)),
    passwordPolicies: sum(all.map(({ passwordPolicies }) => passwordPolicies.size)),
    applications: applications.size,
    workers: workers.size,
  };
}
