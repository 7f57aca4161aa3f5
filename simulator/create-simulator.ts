import { randomUUID } from "node:crypto";
import { createClock } from "./clock";
import { Faults } from "./faults/faults";
import { chooseHome } from "./home";
import { Latency } from "./latency";
import { createLedger } from "./ledger";
import { countState } from "./overview/count-state";
import { matchesStored } from "./password/stored-value";
import { RateLimit } from "./rate-limit";
import { addSeedApplication } from "./seed/add-seed-application";
import { addSeedPasswordPolicy, changeSeedPasswordPolicy } from "./seed/add-seed-password-policy";
import { addSeedPopulation } from "./seed/add-seed-population";
import { addSeedUser } from "./seed/add-seed-user";
import { addSeedWorker } from "./seed/add-seed-worker";
import { addSeedEnvironment } from "./seed/apply-seed";
import { checkSeed } from "./seed/check-seed";
import { DEFAULT_APPLICATION } from "./seed/defaults";
import { startServer } from "./server";
import { Simulation } from "./simulation";
import type { SimulationParts } from "./simulation";
import type {
  ApplicationCredentials,
  NewEnvironment,
  NewWorker,
  Simulator,
  SimulatorOptions,
  WorkerCredentials,
} from "./simulator";
import type { Snapshot } from "./snapshot/snapshot";
import type { Application } from "./state/application";
import type { Environment } from "./state/environment";
import { State } from "./state/state";
import type { User } from "./state/user";
import { readStateFile, usingFile } from "./state-file/read-state-file";
import { StateFile } from "./state-file/state-file";
import { randomSecret } from "./token/random-secret";
import { simulatedUserView } from "./views/simulated-user-view";

/**
 * Starts a local PingOne on loopback.
 * @throws SeedError for a wrong seed, FaultRuleError for a wrong fault, StateFileError for a state file that cannot be used,
 * RangeError for a wrong limit or latency, or what listening throws, such as EADDRINUSE
 */
export async function createSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { port = 0, seed = {}, now, rateLimit, latency = 0, faults: initialFaults = [] } = options;
  checkSeed(seed);
  const faults = new Faults(initialFaults);
  const parts: SimulationParts = {
    state: new State(),
    clock: createClock(now, () => faults.skew),
    ledger: createLedger(),
    faults,
    rateLimit: new RateLimit(rateLimit),
    latency: new Latency(latency),
  };
  const { state, clock, ledger } = parts;
  const { simulation, stateFile, resumed } = await startSimulation(parts, options);
  const environment = (id: string = simulation.ids.environmentId): Environment =>
    known(state.environments.get(id), "environment", id);
  const worker = (): WorkerCredentials => {
    const { clientId } = simulation.ids;
    return { clientId, clientSecret: known(state.workers.get(clientId), "worker", clientId).clientSecret };
  };
  /** What a call of this kind changes is kept, too. */
  const keeping =
    <Args extends readonly unknown[], Result>(call: (...args: Args) => Result) =>
    (...args: Args): Result => {
      const result = call(...args);
      simulation.noteChange();
      return result;
    };
  const server = await startServer({ ...parts, simulation }, port);
  const { url } = server;
  // Only now: one that finds its port taken must not touch the file of the one that has it.
  try {
    await stateFile?.open();
  } catch (error) {
    await server.close();
    throw error;
  }

  return {
    url,
    resumed,
    get environmentId() {
      return simulation.ids.environmentId;
    },
    get worker() {
      return worker();
    },
    get application() {
      return defaultApplication(state, simulation.ids.environmentId);
    },
    get env() {
      const { clientId, clientSecret } = worker();
      return {
        PINGONE_API_URL: url,
        PINGONE_AUTH_URL: url,
        PINGONE_CLIENT_ID: clientId,
        PINGONE_CLIENT_SECRET: clientSecret,
        PINGONE_ENVIRONMENT_ID: simulation.ids.environmentId,
      };
    },
    createUser: keeping((user, environmentId) => {
      checkSeed({ users: [user] });
      return addSeedUser(environment(environmentId), user, "user", clock.now()).id;
    }),
    readUser: (userId) => {
      const place = findUser(state, userId);
      return place === undefined ? undefined : simulatedUserView(place.environment, place.user, clock.now());
    },
    verifyPassword: (userId, value) => {
      const { stored } = known(findUser(state, userId), "user", userId).user.password;
      return stored !== undefined && matchesStored(stored, value);
    },
    createPopulation: keeping((population, environmentId) => {
      checkSeed({ populations: [population] });
      return addSeedPopulation(environment(environmentId), population, "population", clock.now()).id;
    }),
    createPasswordPolicy: keeping((policy, environmentId) => {
      checkSeed({ passwordPolicies: [policy] });
      return addSeedPasswordPolicy(environment(environmentId), policy, "passwordPolicy", clock.now()).id;
    }),
    updatePasswordPolicy: keeping((policyId, changes, environmentId) => {
      const owner = environment(environmentId);
      const current = known(owner.passwordPolicies.get(policyId), "password policy", policyId);
      changeSeedPasswordPolicy(owner, current, changes, clock.now());
    }),
    createEnvironment: keeping(({ id = randomUUID(), name = id, ...content }: NewEnvironment = {}) => {
      checkSeed({ environment: { id, name }, ...content });
      return addSeedEnvironment(state, { id, name }, content, clock.now()).id;
    }),
    createWorker: keeping(({ environmentId, ...entry }: NewWorker = {}) => {
      checkSeed({ worker: entry });
      const owner = environment(environmentId);
      const added = addSeedWorker(state, owner.id, { clientSecret: randomSecret(), ...entry }, "worker");
      return { clientId: added.clientId, clientSecret: added.clientSecret };
    }),
    createApplication: keeping((entry, environmentId) => {
      checkSeed({ applications: [entry] });
      return credentialsOf(addSeedApplication(state, environment(environmentId).id, entry, "application"));
    }),
    readApplication: (environmentId) => defaultApplication(state, environment(environmentId).id),
    advance: keeping((milliseconds) => {
      clock.advance(milliseconds);
    }),
    now: () => new Date(clock.now()),
    ledger,
    mail: {
      list: (userId) => state.mailbox.list(userId),
      clear: keeping(() => {
        state.mailbox.clear();
      }),
    },
    failNext: (target, fault, times = 1) => {
      faults.addNext(target, fault, times);
    },
    faults,
    setRateLimit: (perSecond) => {
      parts.rateLimit.set(perSecond);
    },
    setLatency: (milliseconds) => {
      parts.latency.set(milliseconds);
    },
    expireTokens: () => {
      state.tokens.clear();
    },
    counts: () => countState(state),
    snapshot: () => JSON.parse(simulation.serialize()) as Snapshot,
    restore: (snapshot) => {
      // A copy: what is restored goes on changing.
      simulation.restore(structuredClone(snapshot));
    },
    reset: () => {
      simulation.reset();
    },
    close: async () => {
      await server.close();
      await stateFile?.close();
    },
  };
}

/** Begins with the seed, and goes on with the state file where there is one already. */
async function startSimulation(
  parts: SimulationParts,
  { seed = {}, rateLimit, latency = 0, state: path }: SimulatorOptions,
): Promise<{ simulation: Simulation; stateFile: StateFile | undefined; resumed: boolean }> {
  const stateFile = path === undefined ? undefined : new StateFile(path, () => simulation.serialize());
  // Before it is read: what changes it from now on is noticed.
  await stateFile?.look();
  const earlier = path === undefined ? undefined : await readStateFile(path);
  const home = chooseHome(seed, earlier);
  const simulation = new Simulation(parts, { home, seed, rateLimit, latency }, () => stateFile?.note());
  if (path !== undefined && earlier !== undefined) {
    usingFile(path, () => {
      simulation.restore(earlier);
    });
  }
  return { simulation, stateFile, resumed: earlier !== undefined };
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
