import { performance } from "node:perf_hooks";
import { password, userId } from "../floor/fixtures";
import { Client, type LoopRequest } from "./client";

const CONCURRENCY = 16;

// A process of its own, so that the server has a core for itself: arguments are the kind of request, how many, for how many users, and the round.
void main();

async function main(): Promise<void> {
  const [kind, requests, users, round] = process.argv.slice(2);
  const environmentId = setting("PINGONE_ENVIRONMENT_ID");
  const client = new Client(setting("PINGONE_API_URL"), CONCURRENCY);
  await client.signOn(environmentId, setting("PINGONE_CLIENT_ID"), setting("PINGONE_CLIENT_SECRET"));
  const all = Array.from({ length: Number(requests) }, (_, index): LoopRequest => {
    const path = `/v1/environments/${environmentId}/users/${userId(index % Number(users))}/password`;
    if (kind === "reads") return { method: "GET", path };
    // Each round has other passwords: the history refuses those of the one before.
    const value = password(index, Number(round));
    return { method: "PUT", path, type: "application/vnd.pingidentity.password.set+json", body: { value } };
  });
  const started = performance.now();
  await client.all(all);
  process.send?.((performance.now() - started) / 1000);
  client.close();
}

function setting(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set.`);
  }
  return value;
}
