import type { OperationContext } from "../operation";
import type { Flow } from "../state/flow";
import { randomSecret } from "../token/random-secret";

/** How long a code waits to be exchanged. */
const LIFETIME = 60 * 1000;

/** Makes the code of a finished flow. */
export function issueAuthorizationCode(
  { state, clock }: OperationContext,
  { clientId, environmentId, request }: Flow,
  userId: string,
): string {
  const code = randomSecret();
  const expiresAt = clock.now() + LIFETIME;
  state.authorizationCodes.set(code, { clientId, environmentId, userId, request, expiresAt });
  return code;
}
