import { createHash } from "node:crypto";
import type { Flow } from "../../provider/operations";
import { checkUsernamePassword } from "../../provider/operations/check-username-password";
import { forgotPassword } from "../../provider/operations/forgot-password";
import { startFlow } from "../../provider/operations/start-flow";
import type { LedgerEntry, Simulator } from "../../simulator";
import { transportTo } from "../helpers/session";
import { lastRequest } from "../helpers/with-simulator";

/** Redeems the authorization code of a sign-on that was begun here. */
export const CODE_VERIFIER = "a-verifier-of-forty-three-characters-or-more";

/** A sign-on to the simulator's own application that waits for username and password. */
export function beginFlow(simulator: Simulator, scope?: string): Promise<Flow> {
  const { environmentId, application } = simulator;
  const codeChallenge = createHash("sha256").update(CODE_VERIFIER).digest("base64url");
  const applicationId = application.clientId;
  return transportTo(simulator)(startFlow, { environmentId, applicationId, scope, codeChallenge });
}

/** A sign-on of alice, as far as her password takes it. */
export async function signOn(simulator: Simulator, password: string, scope?: string): Promise<Flow> {
  const flow = await beginFlow(simulator, scope);
  return transportTo(simulator)(checkUsernamePassword, { flow, username: "alice", password });
}

/** A sign-on that waits for the code that was mailed to alice, or to whom else is named. */
export async function forget(simulator: Simulator, username = "alice"): Promise<Flow> {
  const flow = await beginFlow(simulator);
  return transportTo(simulator)(forgotPassword, { flow, username });
}

/** The last request as it went over the wire, and whether it carried a token. */
export function lastFlowRequest(
  simulator: Simulator,
): Pick<LedgerEntry, "method" | "path" | "contentTypes" | "body" | "hasAuthorization"> {
  const hasAuthorization = simulator.ledger.entries.at(-1)?.hasAuthorization ?? true;
  return { ...lastRequest(simulator), hasAuthorization };
}

/** Where all calls of a sign-on go. */
export function flowPath({ environmentId, id }: Flow): string {
  return `/${environmentId}/flows/${id}`;
}
