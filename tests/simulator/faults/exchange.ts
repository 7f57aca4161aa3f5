import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { textAt, useBench } from "../bench";
import type { Bench } from "../bench";
import type { LedgerEntry } from "../../../simulator";

/** What came back of a request, whole or not. */
export type Received = {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** Whether the whole answer came. */
  readonly complete: boolean;
  /** Such as ECONNRESET; undefined when the answer came whole. */
  readonly error: string | undefined;
};

/** A request under way, on a connection of its own. */
export type Exchange = {
  /** Settles with whatever there is when the answer or the connection ends. */
  readonly received: Promise<Received>;
  /** Settles when the first piece of a body is there. */
  readonly begun: Promise<void>;
  /** Gives up. */
  readonly abandon: () => void;
};

export type FaultBench = {
  readonly bench: Bench;
  readonly userId: string;
  /** Calls an operation under `/v1`, by default sets alice's password to NEW_PASSWORD. */
  start(method?: string, path?: string): Exchange;
  /** The same, to its end. */
  call(method?: string, path?: string): Promise<Received>;
  /** Asks for a token. */
  token(): Promise<Received>;
  /** Calls with another token from now on. */
  renewToken(): Promise<void>;
  /** The newest entry of the ledger. */
  last(): LedgerEntry | undefined;
  /** Says whether alice's password was set. */
  isSet(): boolean;
};

export const OLD_PASSWORD = "Secret-Word.42";
export const NEW_PASSWORD = "Another-Word.43";

const SET = "application/vnd.pingidentity.password.set+json";

/** A simulator with one user, and calls that see broken answers as they are. */
export function useFaultBench(): FaultBench {
  const bench = useBench();
  let userId = "";
  let token = "";
  beforeEach(async () => {
    userId = bench.simulator.createUser({ username: "alice", password: OLD_PASSWORD });
    await self.renewToken();
  });
  const self: FaultBench = {
    bench,
    get userId() {
      return userId;
    },
    start: (method = "PUT", path = `/users/${userId}/password`) => {
      const { url, environmentId } = bench.simulator;
      const isSet = method === "PUT";
      return exchange(`${url}/v1/environments/${environmentId}${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, ...(isSet ? { "content-type": SET } : {}) },
        body: isSet ? JSON.stringify({ value: NEW_PASSWORD }) : "",
      });
    },
    call: (method, path) => self.start(method, path).received,
    token: () => {
      const { url, environmentId, worker } = bench.simulator;
      return exchange(`${url}/${environmentId}/as/token`, {
        method: "POST",
        headers: { "content-type": "application/x-www-form-urlencoded" },
        body: new URLSearchParams({
          grant_type: "client_credentials",
          client_id: worker.clientId,
          client_secret: worker.clientSecret,
        }).toString(),
      }).received;
    },
    renewToken: async () => {
      token = textAt((await bench.requestToken()).body, "access_token");
    },
    last: () => bench.simulator.ledger.entries.at(-1),
    isSet: () => bench.simulator.verifyPassword(userId, NEW_PASSWORD),
  };
  return self;
}

type Outgoing = {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

function exchange(url: string, { method, headers, body }: Outgoing): Exchange {
  const outgoing = request(url, { method, headers, agent: false });
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const received = new Promise<Received>((resolve) => {
    const end = (part: Partial<Received>) => {
      resolve({ status: undefined, headers: {}, text: "", complete: false, error: undefined, ...part });
    };
    outgoing.on("error", (error: NodeJS.ErrnoException) => {
      end({ error: error.code ?? error.message });
    });
    outgoing.on("response", (reply) => {
      let text = "";
      let failure: NodeJS.ErrnoException | undefined;
      reply.setEncoding("utf8").on("data", (piece: string) => {
        text += piece;
        begin();
      });
      reply.on("error", (error) => (failure = error));
      reply.on("close", () => {
        const { statusCode: status, headers, complete } = reply;
        end({ status, headers, text, complete, error: failure?.code });
      });
    });
  });
  outgoing.end(body);
  return { received, begun, abandon: () => outgoing.destroy() };
}
