import { repeatsSecret } from "../../transport/withhold";
import { checkConnection, type FoundConnection } from "./check-connection";
import { checkLimits } from "./check-limits";
import { checkTenant } from "./check-tenant";
import { checkVersions } from "./check-versions";
import type { Finding } from "./finding";
import { type Diagnosis, printFindings } from "./print-findings";
import { createTraffic } from "./traffic";
import type { World } from "./world";

/** Options of `doctor`. */
export type DoctorOptions = {
  /** UUID of the environment to look at. @default the one that holds the worker application */
  readonly environment?: string | undefined;
  /** Stack whose configuration is read, where nothing is set in the environment. @default the selected one */
  readonly stack?: string | undefined;
  readonly json?: boolean | undefined;
};

/**
 * Looks at everything that the provider needs, from Node to the worker's rights, and says what to do. It changes nothing, and sends
 * no more requests than `MOST_REQUESTS`.
 * @returns the exit code: 1 when a check failed, else 0
 */
export async function doctor(options: DoctorOptions, world: World): Promise<number> {
  const found = await checkConnection(world, options.stack);
  const traffic = createTraffic();
  const findings = [
    ...(await checkVersions(world)),
    ...found.findings,
    ...(await checkTenant(found, options.environment, world.env, traffic)),
    ...checkLimits(found.config, world.env, traffic),
  ];
  const checks = findings.map((finding) => withhold(finding, secretsOf(found, world.env)));
  const diagnosis: Diagnosis = {
    ok: checks.every(({ status }) => status !== "failed"),
    requests: traffic.requests(),
    checks,
  };
  world.print(
    options.json === true ? `${JSON.stringify(diagnosis, undefined, 2)}\n` : printFindings(diagnosis),
  );
  return diagnosis.ok ? 0 : 1;
}

/** Shorter ones are words like any other, which would blank everything. */
const SHORTEST_SECRET = 4;

function secretsOf({ config }: FoundConnection, env: NodeJS.ProcessEnv): readonly string[] {
  return [
    env["PINGONE_CLIENT_SECRET"],
    env["PINGONE_API_ACCESS_TOKEN"],
    config("pingone:clientSecret"),
    config("pingone:apiAccessToken"),
  ].flatMap((secret) =>
    secret === undefined || secret.trim().length < SHORTEST_SECRET ? [] : [secret.trim()],
  );
}

/** What others say (pulumi, PingOne, a gateway) could repeat a secret. */
function withhold(finding: Finding, secrets: readonly string[]): Finding {
  return repeatsSecret(`${finding.text} ${finding.next ?? ""}`, secrets)
    ? {
        check: finding.check,
        status: finding.status,
        text: "what was found repeats a secret, and is withheld.",
      }
    : finding;
}
