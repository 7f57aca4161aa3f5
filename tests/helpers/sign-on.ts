import { createClient, type FlowStatus } from "pulumi-pingone-password/client";
import type { Simulator } from "../../simulator";

/** Signs on as a user of the first environment would, and says where that ends. */
export async function signOn(simulator: Simulator, username: string, password: string): Promise<FlowStatus> {
  const { url, environmentId, worker, application } = simulator;
  const client = createClient({ connection: { ...worker, environmentId, apiUrl: url, authUrl: url } });
  const flow = await client.startFlow({ environmentId, applicationId: application.clientId });
  return (await client.checkUsernamePassword({ flow, username, password })).status;
}
