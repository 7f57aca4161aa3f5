import { randomUUID } from "node:crypto";
import type { ServerContext } from "./answer-request";
import { createClock } from "./clock";
import { Faults } from "./faults/faults";
import { Latency } from "./latency";
import { createLedger } from "./ledger";
import { matchesStored } from "./password/stored-value";
import { RateLimit } from "./rate-limit";
import { addSeedApplication, withDefaultApplication, withSecrets } from "./seed/add-seed-application";
import { addSeedPasswordPolicy, changeSeedPasswordPolicy } from "./seed/add-seed-password-policy";
import { addSeedPopulation } from "./seed/add-seed-population";
import { addSeedUser } from "./seed/add-seed-user";
import { addSeedWorker } from "./seed/add-seed-worker";
import { addSeedEnvironment } from "./seed/apply-seed";
import { checkSeed } from "./seed/check-seed";
import {
  DEFAULT_APPLICATION,
  DEFAULT_APPLICATION_ID,
  DEFAULT_CLIENT_ID,
  DEFAULT_ENVIRONMENT,
} from "./seed/defaults";
import { deriveId } from "./seed/derive-id";
import { startServer } from "./server";
import type { ApplicationCredentials, Simulator, SimulatorOptions } from "./simulator";
import type { Application } from "./state/application";
import type { Environment } from "./state/environment";
import { State } from "./state/state";
import type { User } from "./state/user";
import { randomSecret } from "./token/random-secret";
import { simulatedUserView } from "./views/simulated-user-view";

/**
 * Starts a local PingOne on loopback.
 * @throws SeedError for a wrong seed, FaultRuleError for a wrong fault, RangeError for a wrong limit or latency, or what listening throws, such as EADDRINUSE
 */
export async function createSimulator({
  port = 0,
  seed = {},
  now,
  rateLimit,
  latency = 0,
  faults: initialFaults = [],
}: SimulatorOptions = {}): Promise<Simulator> {
  checkSeed(seed);
  const home = { ...DEFAULT_ENVIRONMENT, ...seed.environment };
  const homeWorker = { clientId: DEFAULT_CLIENT_ID, clientSecret: randomSecret(), ...seed.worker };
  const faults = new Faults(initialFaults);
  const context: ServerContext = {
    state: new State(),
    clock: createClock(now, () => faults.skew),
    ledger: createLedger(),
    faults,
    rateLimit: new RateLimit(rateLimit),
    latency: new Latency(latency),
  };
  const { state, clock, ledger } = context;
  const applications = withSecrets(withDefaultApplication(seed.applications ?? [], defaultIdIn(home.id)));

  const start = () => {
    addSeedEnvironment(state, home, { ...seed, applications }, clock.now());
    addSeedWorker(state, home.id, homeWorker, "worker");
  };
  const environment = (id: string = home.id): Environment =>
    known(state.environments.get(id), "environment", id);

  start();
  const application = defaultApplication(state, home.id);
  const server = await startServer(context, port);
  const { url } = server;
  const worker = { clientId: homeWorker.clientId, clientSecret: homeWorker.clientSecret };

  return {
    url,
    environmentId: home.id,
    worker,
    application,
    env: {
      PINGONE_API_URL: url,
      PINGONE_AUTH_URL: url,
      PINGONE_CLIENT_ID: worker.clientId,
      PINGONE_CLIENT_SECRET: worker.clientSecret,
      PINGONE_ENVIRONMENT_ID: home.id,
    },
    createUser: (user, environmentId) => {
      checkSeed({ users: [user] });
      return addSeedUser(environment(environmentId), user, "user", clock.now()).id;
    },
    readUser: (userId) => {
      const place = findUser(state, userId);
      return place === undefined ? undefined : simulatedUserView(place.environment, place.user, clock.now());
    },
    verifyPassword: (userId, value) => {
      const { stored } = known(findUser(state, userId), "user", userId).user.password;
      return stored !== undefined && matchesStored(stored, value);
    },
    createPopulation: (population, environmentId) => {
      checkSeed({ populations: [population] });
      return addSeedPopulation(environment(environmentId), population, "population", clock.now()).id;
    },
    createPasswordPolicy: (policy, environmentId) => {
      checkSeed({ passwordPolicies: [policy] });
      return addSeedPasswordPolicy(environment(environmentId), policy, "passwordPolicy", clock.now()).id;
    },
    updatePasswordPolicy: (policyId, changes, environmentId) => {
      const owner = environment(environmentId);
      const current = known(owner.passwordPolicies.get(policyId), "password policy", policyId);
      changeSeedPasswordPolicy(owner, current, changes, clock.now());
    },
    createEnvironment: ({ id = randomUUID(), name = id, ...content } = {}) => {
      checkSeed({ environment: { id, name }, ...content });
      return addSeedEnvironment(state, { id, name }, content, clock.now()).id;
    },
    createWorker: ({ environmentId, ...entry } = {}) => {
      checkSeed({ worker: entry });
      const owner = environment(environmentId);
      const added = addSeedWorker(state, owner.id, { clientSecret: randomSecret(), ...entry }, "worker");
      return { clientId: added.clientId, clientSecret: added.clientSecret };
    },
    createApplication: (entry, environmentId) => {
      checkSeed({ applications: [entry] });
      return credentialsOf(addSeedApplication(state, environment(environmentId).id, entry, "application"));
    },
    readApplication: (environmentId) => defaultApplication(state, environment(environmentId).id),
    advance: (milliseconds) => {
      clock.advance(milliseconds);
    },
    now: () => new Date(clock.now()),
    ledger,
    mail: state.mailbox,
    failNext: (target, fault, times = 1) => {
      faults.addNext(target, fault, times);
    },
    faults,
    setRateLimit: (perSecond) => {
      context.rateLimit.set(perSecond);
    },
    setLatency: (milliseconds) => {
      context.latency.set(milliseconds);
    },
    expireTokens: () => {
      state.tokens.clear();
    },
    reset: () => {
      state.clear();
      clock.reset();
      ledger.clear();
      faults.reset();
      context.rateLimit.set(rateLimit);
      context.latency.set(latency);
      start();
    },
    close: () => server.close(),
  };
}

/** The first environment's default application has an id that can be written down. */
function defaultIdIn(environmentId: string): string {
  return environmentId === DEFAULT_ENVIRONMENT.id
    ? DEFAULT_APPLICATION_ID
    : deriveId(environmentId, "application", DEFAULT_APPLICATION);
}

function defaultApplication(state: State, environmentId: string): ApplicationCredentials {
  const application = [...state.applications.values()].find(
    (candidate) => candidate.environmentId === environmentId && candidate.name === DEFAULT_APPLICATION,
  );
  return credentialsOf(known(application, "default application in environment", environmentId));
}

function credentialsOf({ clientId, clientSecret }: Application): ApplicationCredentials {
  return { clientId, ...(clientSecret === undefined ? {} : { clientSecret }) };
}

function known<T>(value: T | undefined, kind: string, id: string): T {
  if (value === undefined) throw new Error(`The simulator has no ${kind} ${id}.`);
  return value;
}

function findUser(state: State, userId: string): { environment: Environment; user: User } | undefined {
  for (const environment of state.environments.values()) {
    const user = environment.users.get(userId);
    if (user !== undefined) return { environment, user };
  }
  return undefined;
}
