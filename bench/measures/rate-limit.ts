import type { Measure } from "../measure";
import { type LoggedRequest, startSimulator } from "../simulator-process";
import { upOnly } from "./users-round";

/** Requests per second that the tenant allows, and that the provider is told to make. */
const ALLOWED = 50;
const TOLD = 100;

const LEAST_SHARE = 0.9;

/** Seeds users faster than the tenant takes them: none may fail, and the tenant's rate is to be used. */
export const rateLimit: Measure = async (run) => {
  const users = run.quick ? 100 : 1000;
  run.say(`Rate limit: ${users} users at ${TOLD} requests per second, where ${ALLOWED} are allowed`);
  const simulator = await startSimulator({ rateLimit: ALLOWED });
  const { exitCode, output, requests } = await upOnly({
    resource: "pingone.TestUsers",
    environmentId: simulator.environmentId,
    users,
    env: { ...simulator.env, PINGONE_REQUESTS_PER_SECOND: String(TOLD) },
    simulator,
  });
  await simulator.stop();
  const created = requests.filter(({ operation, status }) => operation === "createUser" && status === 201);
  const refused = requests.filter(({ status }) => status === 429).length;
  return {
    remarks: [
      `Rate limit: ${created.length} of ${users} users created, ${refused} requests answered 429 on the way.`,
      ...(exitCode === 0 ? [] : [`The up failed: ${output.trim().split("\n").at(-1) ?? ""}`]),
    ],
    rules: [
      {
        rule: `TestUsers, N=${users}, ${ALLOWED} requests per second allowed: users that were not created`,
        bound: "at most",
        limit: 0,
        actual: users - created.length,
      },
      {
        rule: `TestUsers, N=${users}: share of the allowed rate that was used, from the first user to the last`,
        bound: "at least",
        limit: LEAST_SHARE,
        actual: perSecond(created) / ALLOWED,
      },
    ],
  };
};

function perSecond(requests: readonly LoggedRequest[]): number {
  const times = requests.map(({ at }) => Date.parse(at));
  return (times.length * 1000) / (Math.max(...times) - Math.min(...times));
}
