import { type Connection, type Limits, readLimits } from "../../config";
import { isLoopback } from "../../config/hosts";
import type { Source } from "../../config/source";
import { PingOneAuthError, PingOneConfigError, type PingOneError } from "../../errors";
import type { Send } from "../../transport";
import { createTransport } from "../../transport/transport";
import { createAgents } from "../../transport/agents";
import { createExchange, type Exchange } from "../../transport/exchange";
import { checkClock } from "./check-clock";
import type { FoundConnection } from "./check-connection";
import { checkHosts, findRegion, type FoundHosts } from "./check-hosts";
import { checkPolicies } from "./check-policies";
import { checkRights } from "./check-rights";
import { explainToken } from "./check-token";
import { checkUsers } from "./check-users";
import { failed, type Finding, ok, skipped } from "./finding";
import type { Traffic } from "./traffic";

/** Milliseconds for one request: a person waits. */
const TIMEOUT = 10_000;

/** One repeat after a passing failure, and no long wait for a tenant that is busy. */
const RETRY = { retries: 1, baseDelay: 250, maxDelay: 1000, maxRetryAfter: 5000 };

/** Everything that needs requests: hosts, clock, token, rights, policy, users. */
export async function checkTenant(
  { connection, source, config }: FoundConnection,
  environment: string | undefined,
  env: NodeJS.ProcessEnv,
  traffic: Traffic,
): Promise<readonly Finding[]> {
  if (connection === undefined || source === undefined) {
    return [skipped("PingOne", "not asked: there is no connection to ask by.")];
  }
  const environmentId = environment ?? source.read("environmentId");
  if (environmentId === undefined) {
    return [
      failed(
        "environment",
        "an access token alone does not say which environment to look at.",
        "Name it: --environment <id>",
      ),
    ];
  }
  const exchange = countingExchange(traffic);
  const hosts = await checkHosts(exchange, connection, environmentId);
  const findings = [
    ...hosts.findings,
    ...checkClock(traffic.clockAhead(), isLoopback(new URL(connection.apiUrl).hostname)),
  ];
  if (!hosts.areReachable) {
    return [...findings, skipped("token", "not asked for: both hosts have to answer first.")];
  }
  const send = createTransport(connection, {
    timeout: TIMEOUT,
    retry: RETRY,
    ...limitsOf(config, env),
    beforeRequest: () => {
      traffic.begin();
      return Promise.resolve();
    },
    onAnswer: traffic.noteAnswer,
  });
  return [
    ...findings,
    ...(await checkInside({ connection, source, environmentId, send, exchange, hosts, traffic })),
  ];
}

type Inside = {
  readonly connection: Connection;
  readonly source: Source;
  readonly environmentId: string;
  readonly send: Send;
  readonly exchange: Exchange;
  readonly hosts: FoundHosts;
  readonly traffic: Traffic;
};

async function checkInside(inside: Inside): Promise<readonly Finding[]> {
  const { connection, environmentId, send, traffic } = inside;
  const isGiven = connection.credentials.kind === "token";
  const rights = await checkRights(send, environmentId, isGiven ? () => true : traffic.hasToken);
  const token = await checkToken(inside, rights.error);
  if (token.status === "failed") {
    return [token, skipped("rights", "not tried: a token has to be accepted first.")];
  }
  const users =
    rights.users.length === 0 ? [] : await checkUsers(send, environmentId, rights.users, rights.hasAllUsers);
  return [
    token,
    ok("environment", `${environmentId} is looked at${describeHome(connection, environmentId)}.`),
    ...rights.findings,
    ...checkPolicies(rights.policies, rights.populations),
    ...users,
  ];
}

async function checkToken(
  { connection, source, exchange, hosts, traffic }: Inside,
  error: PingOneError | undefined,
): Promise<Finding> {
  const { credentials, authUrl } = connection;
  const wasIssued = traffic.hasToken();
  if (
    error === undefined ||
    (!(error instanceof PingOneAuthError) && (wasIssued || credentials.kind === "token"))
  ) {
    return ok("token", credentials.kind === "token" ? "the one that is given is accepted." : "issued.");
  }
  const isElsewhere = credentials.kind === "client" && !wasIssued && !hosts.knowsEnvironment;
  const otherRegion =
    isElsewhere && error instanceof PingOneAuthError
      ? await findRegion(exchange, authUrl, credentials.environmentId)
      : undefined;
  return explainToken({
    connection,
    source,
    error,
    wasIssued,
    knowsEnvironment: hosts.knowsEnvironment,
    otherRegion,
  });
}

function describeHome({ credentials }: Connection, environmentId: string): string {
  return credentials.kind === "client" && credentials.environmentId === environmentId
    ? ", which holds the worker application"
    : "";
}

/** Requests without credentials are counted like all others. */
function countingExchange(traffic: Traffic): Exchange {
  const exchange = createExchange(createAgents(), TIMEOUT);
  return async (request) => {
    traffic.begin();
    const answer = await exchange(request);
    traffic.noteAnswer(request.operation, answer);
    return answer;
  };
}

/** A wrong setting is a finding of its own. */
function limitsOf(config: FoundConnection["config"], env: NodeJS.ProcessEnv): Limits {
  try {
    return readLimits(config, env);
  } catch (error) {
    if (error instanceof PingOneConfigError) {
      return {};
    }
    throw error;
  }
}
