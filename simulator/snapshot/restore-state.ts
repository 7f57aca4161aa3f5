import { ApiError } from "../errors";
import { readPolicyFields } from "../password-policies/read-policy-fields";
import { emptyPasswordRecord } from "../password/password-record";
import { emptyEnvironment } from "../state/environment";
import type { Environment } from "../state/environment";
import type { State } from "../state/state";
import type { User } from "../state/user";
import { readAttributes } from "../users/read-attributes";
import type { EnvironmentSnapshot, Snapshot } from "./snapshot";
import { SnapshotError } from "./snapshot-error";

/**
 * Makes the state what a snapshot holds; tokens and sign-ons under way end. The parts of the snapshot become the state's own.
 * @throws SnapshotError where entries do not fit each other; the state is unchanged then
 */
export function restoreState(state: State, snapshot: Snapshot): void {
  const environments = snapshot.environments.map((entry, index) =>
    restoreEnvironment(entry, `environments[${index}]`),
  );
  requireUnique(environments, ({ id }) => id, "environments", "id");
  requireUnique([...snapshot.workers, ...snapshot.applications], ({ clientId }) => clientId, "workers", "clientId"); // prettier-ignore
  const ids = new Set(environments.map(({ id }) => id));
  for (const list of ["workers", "applications", "mails"] as const) {
    snapshot[list].forEach(({ environmentId }, index) => {
      requireKnown(ids.has(environmentId), `${list}[${index}].environmentId`, "environment");
    });
  }
  requireKnown(ids.has(snapshot.environmentId), "environmentId", "environment");
  const isHomeWorker = ({ clientId, environmentId }: Snapshot["workers"][number]) =>
    clientId === snapshot.clientId && environmentId === snapshot.environmentId;
  requireKnown(snapshot.workers.some(isHomeWorker), "clientId", "worker of the first environment");

  state.clear();
  for (const environment of environments) state.environments.set(environment.id, environment);
  for (const worker of snapshot.workers) state.workers.set(worker.clientId, worker);
  for (const application of snapshot.applications) state.applications.set(application.clientId, application);
  for (const mail of snapshot.mails) {
    state.mailbox.deliver({ ...mail, at: new Date(mail.at), expiresAt: new Date(mail.expiresAt) });
  }
}

function restoreEnvironment(entry: EnvironmentSnapshot, where: string): Environment {
  const environment = emptyEnvironment(entry.id, entry.name, entry);
  const { passwordPolicies, populations, users } = environment;
  entry.passwordPolicies.forEach((policy, index) => {
    const place = `${where}.passwordPolicies[${index}]`;
    const fields = naming(`${place}.fields`, () => readPolicyFields(policy.fields));
    passwordPolicies.set(policy.id, { ...policy, fields });
  });
  requireOne(entry.passwordPolicies, `${where}.passwordPolicies`);
  requireUnique(entry.passwordPolicies, ({ id }) => id, `${where}.passwordPolicies`, "id");
  entry.populations.forEach((population, index) => {
    const { passwordPolicyId: id } = population;
    const place = `${where}.populations[${index}].passwordPolicyId`;
    requireKnown(id === undefined || passwordPolicies.has(id), place, "password policy");
    populations.set(population.id, population);
  });
  requireOne(entry.populations, `${where}.populations`);
  requireUnique(entry.populations, ({ id }) => id, `${where}.populations`, "id");
  entry.users.forEach((user, index) => {
    const place = `${where}.users[${index}]`;
    if (user.sequence > entry.lastSequence)
      throw new SnapshotError(`${place}.sequence`, "is beyond lastSequence");
    requireKnown(populations.has(user.populationId), `${place}.populationId`, "population");
    const restored = restoreUser(user, place);
    if (users.get(user.id) !== undefined) throw new SnapshotError(`${place}.id`, "is used twice");
    if (users.isUsernameTaken(restored.attributes.username)) {
      throw new SnapshotError(`${place}.attributes.username`, "is used twice");
    }
    users.add(restored);
  });
  return environment;
}

/** What JSON leaves out is there again as undefined. */
function restoreUser(user: User, where: string): User {
  const attributes = naming(`${where}.attributes`, () => readAttributes(user.attributes));
  return {
    ...user,
    attributes,
    password: { ...emptyPasswordRecord(), ...user.password },
  };
}

/** Of policies and of populations one is the default. */
function requireOne(entries: readonly { readonly isDefault: boolean }[], where: string): void {
  if (entries.filter(({ isDefault }) => isDefault).length === 1) return;
  throw new SnapshotError(where, "must have one entry with isDefault: true, and no second one");
}

function requireUnique<T>(
  entries: readonly T[],
  read: (entry: T) => string,
  list: string,
  field: string,
): void {
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    const value = read(entry);
    if (seen.has(value)) throw new SnapshotError(`${list}[${index}].${field}`, "is used twice");
    seen.add(value);
  });
}

function requireKnown(isKnown: boolean, where: string, what: string): void {
  if (!isKnown) throw new SnapshotError(where, `names no ${what} of the snapshot`);
}

/** Says of the refusal of the API's own validation where it arose. */
function naming<T>(where: string, validate: () => T): T {
  try {
    return validate();
  } catch (error) {
    const [detail] = error instanceof ApiError ? error.details : [];
    if (detail === undefined) throw error;
    const place = detail.target === undefined ? where : `${where}.${detail.target}`;
    throw new SnapshotError(place, detail.message);
  }
}
