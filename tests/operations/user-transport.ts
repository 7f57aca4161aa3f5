import type { Send } from "../../provider/transport";
import { createTransport } from "../../provider/transport/transport";
import type { Simulator } from "../../simulator";
import { connectionTo, quickRetry } from "../helpers/session";
import { CODE_VERIFIER, signOn } from "./begin-flow";

/** A transport with a token of alice's own, which she gets by signing on. */
export async function transportOfUser(simulator: Simulator, password: string, scope: string): Promise<Send> {
  const { resumeUrl = "", cookie } = await signOn(simulator, password, scope);
  const resumed = await fetch(resumeUrl, { headers: { cookie } });
  const { authorizeResponse } = (await resumed.json()) as { authorizeResponse: { code: string } };
  const { clientId, clientSecret = "" } = simulator.application;
  const answer = await fetch(`${simulator.url}/${simulator.environmentId}/as/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      code: authorizeResponse.code,
      code_verifier: CODE_VERIFIER,
    }),
  });
  const { access_token } = (await answer.json()) as { access_token: string };
  const credentials = { kind: "token", accessToken: access_token } as const;
  simulator.ledger.clear();
  return createTransport({ ...connectionTo(simulator), credentials }, { retry: quickRetry });
}
