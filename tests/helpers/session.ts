import type { Connection } from "../../provider/config";
import { createLivingUsers, createRunReads, type Report, type Session } from "../../provider/lifecycle";
import type { RunReads } from "../../provider/lifecycle/run-reads";
import type { Send } from "../../provider/transport";
import { createTransport } from "../../provider/transport/transport";
import type { RetryPolicy } from "../../provider/transport/retry";
import type { TransportOptions } from "../../provider/transport/transport";
import type { Simulator, WorkerCredentials } from "../../simulator";

/** As many repeats as by default, without the waiting. */
export const quickRetry: RetryPolicy = { retries: 4, baseDelay: 1, maxDelay: 2, maxRetryAfter: 1000 };

/** A connection to a simulator, by its own worker unless another is given. */
export function connectionTo(simulator: Simulator, worker: WorkerCredentials = simulator.worker): Connection {
  return {
    source: "the test",
    apiUrl: simulator.url,
    authUrl: simulator.url,
    credentials: { kind: "client", environmentId: simulator.environmentId, ...worker },
  };
}

/** A transport to a simulator that repeats without waiting. */
export function transportTo(simulator: Simulator, options: TransportOptions = {}): Send {
  return createTransport(connectionTo(simulator), { retry: quickRetry, ...options });
}

/** What the resources of one provider process share, against a simulator. */
export function createSession(simulator: Simulator, overrides: Partial<Session> = {}): Session {
  const { send = transportTo(simulator) } = overrides;
  return {
    checkConnection: () => undefined,
    send,
    isPreview: () => true,
    values: new Map(),
    unfit: new Map(),
    livingUsers: createLivingUsers(),
    reads: createRunReads(send),
    ...overrides,
  };
}

/** A tenant whose users are all well and whose one policy asks for nothing. */
export const laxReads: RunReads = {
  state: () => Promise.resolve({ status: "OK", passwordPolicy: { id: "lax", name: "Lax" } }),
  policy: () => Promise.reject(new Error("the policy comes with the state")),
  defaultPolicy: () => Promise.resolve({ id: "lax", name: "Lax" }),
  populations: () => Promise.resolve([]),
  disabledUsers: () => Promise.resolve(new Set<string>()),
  ownUsers: () => Promise.resolve(new Map()),
};

/** A session of checks and diffs, which make no call. */
export function offlineSession(overrides: Partial<Session> = {}): Session {
  return {
    checkConnection: () => undefined,
    send: () => Promise.reject(new Error("no call is made here")),
    isPreview: () => true,
    values: new Map(),
    unfit: new Map(),
    livingUsers: createLivingUsers(),
    reads: laxReads,
    ...overrides,
  };
}

/** A report that keeps what it is told. */
export function recordReport(
  resource = "the test's resource",
): Report & { readonly infos: string[]; readonly warnings: string[]; readonly stages: string[] } {
  const infos: string[] = [];
  const warnings: string[] = [];
  const stages: string[] = [];
  return {
    resource,
    infos,
    warnings,
    stages,
    info: (message) => {
      infos.push(message);
    },
    warn: (message) => {
      warnings.push(message);
    },
    progress: (message) => {
      stages.push(message);
    },
  };
}
