import type { Environment } from "../state/environment";
import type { State } from "../state/state";
import { simulatedUserView } from "../views/simulated-user-view";
import { countState } from "./count-state";

/** All that may be shown of the state: no password, no code and no secret. */
export function overviewView(state: State, now: number): object {
  return {
    now: new Date(now).toISOString(),
    counts: countState(state),
    environments: [...state.environments.values()].map((environment) => environmentView(environment, now)),
    workers: [...state.workers.values()].map(({ clientId, name, environmentId, roles }) => ({
      clientId,
      name,
      environmentId,
      roles,
    })),
    applications: [...state.applications.values()].map(
      ({ clientId, name, environmentId, redirectUris, grantTypes }) => ({
        clientId,
        name,
        environmentId,
        redirectUris,
        grantTypes,
      }),
    ),
  };
}

function environmentView(environment: Environment, now: number): object {
  const { id, name, populations, passwordPolicies, users } = environment;
  return {
    id,
    name,
    populations: [...populations.values()].map((population) => ({
      id: population.id,
      name: population.name,
      default: population.isDefault,
      passwordPolicyId: population.passwordPolicyId,
      userCount: users.countInPopulation(population.id),
    })),
    passwordPolicies: [...passwordPolicies.values()].map((policy) => ({
      id: policy.id,
      ...policy.fields,
      default: policy.isDefault,
    })),
    users: users.all().map((user) => simulatedUserView(environment, user, now)),
  };
}
