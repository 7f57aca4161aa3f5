import type { Simulator } from "../../simulator";

/** Calls PingOne's API as an administrator would, past this project. */
async function callOutside(
  simulator: Simulator,
  path: string,
  { headers = {}, ...init }: Omit<RequestInit, "headers"> & { headers?: Record<string, string> },
): Promise<void> {
  const { clientId, clientSecret } = simulator.worker;
  const token = await fetch(`${simulator.url}/${simulator.environmentId}/as/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token: accessToken } = (await token.json()) as { access_token: string };
  const response = await fetch(`${simulator.url}/v1/environments/${simulator.environmentId}/users/${path}`, {
    ...init,
    headers: { ...headers, authorization: `Bearer ${accessToken}` },
  });
  if (!response.ok) {
    throw new Error(`the change outside was refused: ${await response.text()}`);
  }
}

/** Sets a user's password past this project. */
export async function changeOutside(
  simulator: Simulator,
  userId: string,
  value: string,
  forceChange = false,
): Promise<void> {
  await callOutside(simulator, `${userId}/password`, {
    method: "PUT",
    headers: { "content-type": "application/vnd.pingidentity.password.set+json" },
    body: JSON.stringify({ value, forceChange }),
  });
}

/** Makes the user choose another password, past this project. */
export async function forceChange(simulator: Simulator, userId: string): Promise<void> {
  await callOutside(simulator, `${userId}/password`, {
    method: "POST",
    headers: { "content-type": "application/vnd.pingidentity.password.forceChange" },
  });
}

/** Has a recovery code mailed past this project, and reads it. */
export async function mailCode(simulator: Simulator, userId: string): Promise<string> {
  await callOutside(simulator, `${userId}/password`, {
    method: "POST",
    headers: { "content-type": "application/vnd.pingidentity.password.sendRecoveryCode" },
  });
  const code = simulator.mail.list(userId).at(-1)?.code;
  if (code === undefined) {
    throw new Error("no code was mailed");
  }
  return code;
}

/** Deletes a user past this project. */
export async function deleteUser(simulator: Simulator, userId: string): Promise<void> {
  await callOutside(simulator, userId, { method: "DELETE" });
}

/** Gives wrong passwords until the user's policy locks the password. */
export async function lockPassword(simulator: Simulator, userId: string): Promise<void> {
  for (let tries = 0; simulator.readUser(userId)?.password.status !== "PASSWORD_LOCKED_OUT"; tries += 1) {
    if (tries > 100) {
      throw new Error("the policy does not lock this password");
    }
    await callOutside(simulator, `${userId}/password`, {
      method: "POST",
      headers: { "content-type": "application/vnd.pingidentity.password.check+json" },
      body: JSON.stringify({ password: `wrong ${tries}` }),
    }).catch(() => undefined);
  }
}
