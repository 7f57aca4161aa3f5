import { performance } from "node:perf_hooks";
import { password, users } from "../floor/fixtures";
import { Client, type LoopRequest } from "./client";

/** Seconds that the bare requests of a TestUsers took. */
export type LoopSeconds = { readonly create: number; readonly change: number; readonly destroy: number };

const CONCURRENCY = 16;

// A process of its own, as the provider has one: arguments are the number of users and how many are changed.
void main();

async function main(): Promise<void> {
  const [count, changed] = process.argv.slice(2).map(Number);
  const result = await run(count ?? 0, changed ?? 0);
  process.send?.(result);
}

async function run(count: number, changed: number): Promise<LoopSeconds> {
  const environmentId = setting("PINGONE_ENVIRONMENT_ID");
  const path = `/v1/environments/${environmentId}/users`;
  const client = new Client(setting("PINGONE_API_URL"), CONCURRENCY);
  await client.signOn(environmentId, setting("PINGONE_CLIENT_ID"), setting("PINGONE_CLIENT_SECRET"));
  const time = async (requests: readonly LoopRequest[]) => {
    const started = performance.now();
    const answers = await client.all(requests);
    return { seconds: (performance.now() - started) / 1000, answers };
  };

  const create = await time(
    users(count).map(({ value, ...row }) => ({
      method: "POST",
      path,
      type: "application/vnd.pingidentity.user.import+json",
      body: { ...row, externalId: "pulumi:test/dev/users", password: { value } },
    })),
  );
  const ids = create.answers.map(({ id }) => String(id));
  const change = await time(
    ids.slice(0, changed).map((id, index) => ({
      method: "PUT",
      path: `${path}/${id}/password`,
      type: "application/vnd.pingidentity.password.set+json",
      body: { value: password(index, 2) },
    })),
  );
  const destroy = await time(ids.map((id) => ({ method: "DELETE", path: `${path}/${id}` })));
  client.close();
  return { create: create.seconds, change: change.seconds, destroy: destroy.seconds };
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set.`);
  }
  return value;
}
