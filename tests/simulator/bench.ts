import { createSimulator } from "../../simulator";
import type { Simulator, SimulatorOptions, WorkerCredentials } from "../../simulator";

/** A reply with its body parsed; undefined when there was none. */
export type Reply = { readonly status: number; readonly headers: Headers; readonly body: unknown };

export type Call = {
  readonly type?: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly environmentId?: string;
  /** Default: a token of the default worker. */
  readonly token?: string;
};

/** A running simulator and the few calls every spec makes. */
export type Bench = {
  readonly simulator: Simulator;
  /** Asks for a token with the secret in the header. */
  requestToken(worker?: WorkerCredentials, environmentId?: string): Promise<Reply>;
  /** Calls a path below the environment. */
  call(method: string, path: string, call?: Call): Promise<Reply>;
  /** Calls the password of a user with a media type such as `set+json`. */
  password(userId: string, method: string, type: string, body?: unknown): Promise<Reply>;
};

/** Starts one simulator for the enclosing suite and takes it back to its seed before every test. */
export function useBench(options: SimulatorOptions = {}): Bench {
  let running: Simulator | undefined;
  let token: string | undefined;
  const simulator = () => {
    if (running === undefined) throw new Error("The simulator is not running yet.");
    return running;
  };
  before(async () => {
    running = await createSimulator(options);
  });
  beforeEach(() => {
    simulator().reset();
    token = undefined;
  });
  after(() => running?.close());

  const bench: Bench = {
    get simulator() {
      return simulator();
    },
    requestToken: async (worker = simulator().worker, environmentId = simulator().environmentId) => {
      const credentials = Buffer.from(`${worker.clientId}:${worker.clientSecret}`).toString("base64");
      return send(`${simulator().url}/${environmentId}/as/token`, {
        method: "POST",
        headers: { authorization: `Basic ${credentials}` },
        body: new URLSearchParams({ grant_type: "client_credentials" }),
      });
    },
    call: async (method, path, call = {}) => {
      if (call.token === undefined) token ??= textAt((await bench.requestToken()).body, "access_token");
      const environmentId = call.environmentId ?? simulator().environmentId;
      return send(`${simulator().url}/v1/environments/${environmentId}${path}`, {
        method,
        headers: {
          authorization: `Bearer ${call.token ?? token ?? ""}`,
          ...(call.type === undefined ? {} : { "content-type": call.type }),
          ...call.headers,
        },
        ...(call.body === undefined ? {} : { body: toText(call.body) }),
      });
    },
    password: (userId, method, type, body) =>
      bench.call(method, `/users/${userId}/password`, {
        type: `application/vnd.pingidentity.password.${type}`,
        body,
      }),
  };
  return bench;
}

/** Sends a request and parses the reply. */
export async function send(url: string, init: RequestInit): Promise<Reply> {
  const response = await fetch(url, init);
  const text = await response.text();
  const body = text === "" ? undefined : (JSON.parse(text) as unknown);
  return { status: response.status, headers: response.headers, body };
}

/** The value at a path such as `_links.next.href`; undefined when there is none. */
export function valueAt(body: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, key) => {
    return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  }, body);
}

/** The text at a path. @throws Error when there is none */
export function textAt(body: unknown, path: string): string {
  const value = valueAt(body, path);
  if (typeof value !== "string") throw new Error(`There is no text at ${path}.`);
  return value;
}

/** The rules a refused password broke. */
export function unsatisfied(reply: Reply): unknown {
  return valueAt(reply.body, "details.0.innerError.unsatisfiedRequirements");
}

function toText(body: unknown): string {
  return typeof body === "string" ? body : JSON.stringify(body);
}
